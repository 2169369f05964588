package org.tradehall.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tradehall.harness.Shop;

/** Files that are no lists, or want to fill the memory: refused soon, and nothing stays. */
class UploadAttackIT {

  private static final Duration SOON = Duration.ofSeconds(20);
  private static final String HEADING = "sku,name\n";

  /** What is sent. */
  enum File {
    PROGRAM_CALLED_CSV {
      @Override
      void write(OutputStream out) throws IOException {
        out.write(new byte[] {'M', 'Z', (byte) 0x90, 0, 3, 0, 0, 0});
        var code = new byte[100_000];
        new Random(7).nextBytes(code);
        out.write(code);
      }
    },
    PROGRAM_AFTER_A_GOOD_HEADING {
      @Override
      void write(OutputStream out) throws IOException {
        out.write(bytes(HEADING));
        PROGRAM_CALLED_CSV.write(out);
      }
    },
    WORKBOOK_WITH_ENTITY_BOMB {
      @Override
      void write(OutputStream out) throws IOException {
        var bomb = new StringBuilder("<!DOCTYPE b [<!ENTITY a0 \"boom\">");
        for (var i = 1; i < 30; i++) {
          bomb.append("<!ENTITY a%d \"&a%d;&a%d;\">".formatted(i, i - 1, i - 1));
        }
        zip(out, "xl/workbook.xml", bytes(bomb + "]><workbook>&a29;</workbook>"), 1);
      }
    },
    ZIP_BOMB {
      @Override
      void write(OutputStream out) throws IOException {
        zip(out, "a.csv", new byte[1 << 20], 200);
      }
    },
    GZIP_IN_GZIP {
      @Override
      void write(OutputStream out) throws IOException {
        try (var outer = new GZIPOutputStream(out);
            var inner = new GZIPOutputStream(outer)) {
          inner.write(bytes(HEADING + "1,Tea\n"));
        }
      }
    },
    ONE_CELL_OF_NINETY_MEGABYTES {
      @Override
      void write(OutputStream out) throws IOException {
        try (var zip = new GZIPOutputStream(out)) {
          zip.write(bytes(HEADING + "1,"));
          many(zip, 90);
        }
      }
    },
    ONE_HEADING_OF_NINETY_MEGABYTES {
      @Override
      void write(OutputStream out) throws IOException {
        try (var zip = new GZIPOutputStream(out)) {
          many(zip, 90);
        }
      }
    },
    HALF_A_GZIP {
      @Override
      void write(OutputStream out) throws IOException {
        var whole = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(whole)) {
          zip.write(bytes(HEADING + "1,Tea\n".repeat(1_000)));
        }
        out.write(whole.toByteArray(), 0, whole.size() / 2);
      }
    };

    abstract void write(OutputStream out) throws IOException;

    private static byte[] bytes(String text) {
      return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void many(OutputStream out, int megabytes) throws IOException {
      var part = new byte[1 << 20];
      Arrays.fill(part, (byte) 'x');
      for (var i = 0; i < megabytes; i++) {
        out.write(part);
      }
    }

    private static void zip(OutputStream out, String name, byte[] part, int times)
        throws IOException {
      try (var zip = new ZipOutputStream(out)) {
        zip.putNextEntry(new ZipEntry(name));
        for (var i = 0; i < times; i++) {
          zip.write(part);
        }
      }
    }
  }

  private final Shop shop = Shop.open();

  @ParameterizedTest
  @EnumSource
  void it_is_refused_with_a_reason_and_nothing_stays(File file) throws IOException {
    var bytes = new ByteArrayOutputStream();
    file.write(bytes);
    var began = System.nanoTime();

    var answer = Upload.send(shop.api(), "mapping=products&file=products.csv", bytes.toByteArray());

    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(SOON);
    assertThat(answer.status()).as(answer.toString()).isIn(413, 422);
    assertThat(answer.body()).contains("imports.").doesNotContain("Exception", "org.tradehall");
    assertThat(shop.count("imports")).isZero();
    assertThat(shop.count("import_files")).isZero();
    assertThat(shop.count("products")).isZero();
    assertThat(shop.api().get("products").status()).isEqualTo(200);
  }
}
