package dev.perftriage.source.http;

/** The names and addresses of this machine itself. */
final class Loopback {

  private Loopback() {}

  /** Whether a host in lower case, an IPv6 address without brackets, is this machine. */
  static boolean is(String host) {
    return host.equals("localhost")
        || host.endsWith(".localhost")
        || host.equals("::1")
        || host.matches("127(\\.\\d{1,3}){3}");
  }
}
