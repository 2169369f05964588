package org.tradehall.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** The exported archive of a business, and what somebody makes of it. */
public final class Archive {

  private final Map<String, byte[]> files;

  private Archive(Map<String, byte[]> files) {
    this.files = files;
  }

  public static Archive of(Path file) {
    var files = new LinkedHashMap<String, byte[]>();
    try (var zip = new ZipFile(file.toFile())) {
      for (var entry : zip.stream().toList()) {
        files.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
      }
      return new Archive(files);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Set<String> names() {
    return files.keySet();
  }

  public String text(String name) {
    return new String(files.get(name), StandardCharsets.UTF_8);
  }

  byte[] content(String name) {
    return files.get(name);
  }

  /** Without touching what the manifest says of it. */
  Archive with(String name, byte[] content) {
    var changed = new LinkedHashMap<>(files);
    changed.put(name, content);
    return new Archive(changed);
  }

  Archive without(String name) {
    var changed = new LinkedHashMap<>(files);
    changed.remove(name);
    return new Archive(changed);
  }

  Archive manifest(UnaryOperator<String> change) {
    return with("manifest.json", bytes(change.apply(text("manifest.json"))));
  }

  /** As somebody does who knows how to count and sum. */
  Archive forged(String name, UnaryOperator<String> change) {
    var content = bytes(change.apply(text(name)));
    return with(name, content).manifest(told -> told(told, name, content));
  }

  private static String told(String manifest, String name, byte[] content) {
    return Pattern.compile(
            "(\\{\"file\":\"" + Pattern.quote(name) + "\"[^}]*\"bytes\":)\\d+(,\"sha256\":\")\\w+")
        .matcher(manifest)
        .replaceAll("$1" + content.length + "$2" + sha256(content));
  }

  static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  byte[] zipped() {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      for (var file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
