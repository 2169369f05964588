package org.tradehall.launcher;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.subethamail.smtp.server.SMTPServer;

/**
 * Catches what Tradehall mails, so that invitations and the like work on a machine without a mail
 * server and nobody gets a mail by accident. It is in memory, keeps the last mails only, and is
 * reached from this machine alone.
 */
public final class Mailbox implements AutoCloseable {

  private static final int KEPT = 200;
  private static final int LARGEST = 5_000_000;

  private final Deque<CaughtMail> mails = new ArrayDeque<>();
  private final ExecutorService workers = Executors.newCachedThreadPool(Mailbox::daemon);
  private final SMTPServer server;
  private final MailboxPage page;
  private int count;

  private Mailbox() {
    server =
        SMTPServer.port(0)
            .bindAddress(InetAddress.getLoopbackAddress())
            .hostName("localhost")
            .maxMessageSize(LARGEST)
            .executorService(workers)
            .messageHandler((context, from, to, data) -> keep(to, data))
            .build();
    page = new MailboxPage(this, workers);
  }

  /** Both its ports are free ones. */
  public static Mailbox open() {
    var mailbox = new Mailbox();
    mailbox.server.start();
    mailbox.page.start();
    return mailbox;
  }

  private static Thread daemon(Runnable work) {
    var thread = new Thread(work, "tradehall-mailbox");
    thread.setDaemon(true);
    return thread;
  }

  private synchronized void keep(String recipient, byte[] data) {
    count++;
    mails.addFirst(CaughtMail.of(count, Clock.systemUTC().instant(), recipient, data));
    if (mails.size() > KEPT) {
      mails.removeLast();
    }
    notifyAll();
  }

  /** What is kept, newest first. */
  public synchronized List<CaughtMail> mails() {
    return Collections.unmodifiableList(new ArrayList<>(mails));
  }

  /** What is kept for an address, newest first. */
  public List<CaughtMail> mails(String recipient) {
    var wanted = recipient.toLowerCase(Locale.ROOT);
    return mails().stream().filter(mail -> mail.recipient().equals(wanted)).toList();
  }

  Optional<CaughtMail> mail(int number) {
    return mails().stream().filter(mail -> mail.number() == number).findFirst();
  }

  /**
   * Waits until an address has got so many mails, and returns the newest.
   *
   * @throws LaunchException when the time is up
   */
  public synchronized CaughtMail await(String recipient, int least, Duration limit) {
    var end = System.nanoTime() + limit.toNanos();
    try {
      while (mails(recipient).size() < least) {
        var left = Duration.ofNanos(end - System.nanoTime()).toMillis();
        if (left <= 0) {
          throw new LaunchException(
              mails(recipient).size() + " mails for " + recipient + " came, not " + least);
        }
        wait(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LaunchException("Stopped while waiting for a mail.", e);
    }
    return mails(recipient).get(0);
  }

  /** Where mail is delivered to, on the loopback address. */
  public int smtpPort() {
    return server.getPortAllocated();
  }

  /** Where people read it. */
  public String url() {
    return "http://localhost:" + page.port() + "/";
  }

  @Override
  public void close() {
    page.stop();
    server.stop();
    workers.shutdownNow();
  }
}
