package org.tradehall.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** TCP ports on this machine's loopback address. */
public final class Ports {

  private Ports() {}

  /** A port that nobody uses now. */
  public static int free() {
    return bind(0);
  }

  /** The wished port when nobody uses it now, else another that is free. */
  public static int freeOr(int wished) {
    return isFree(wished) ? wished : free();
  }

  public static boolean isFree(int port) {
    try {
      bind(port);
      return true;
    } catch (LaunchException e) {
      return false;
    }
  }

  private static int bind(int port) {
    try (var socket = new ServerSocket()) {
      // A connection of the last run that lingers in TIME_WAIT does not make a port taken.
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new LaunchException("Port " + port + " is taken.", e);
    }
  }
}
