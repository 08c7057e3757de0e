package dev.perftriage.source.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.util.Locale;
import java.util.Optional;
import okhttp3.Credentials;
import okhttp3.HttpUrl;

/**
 * A proxy, from its address. Its text is its host and port, without the password.
 *
 * @param type HTTP or SOCKS
 * @param authorization the value of the {@code Proxy-Authorization} header; empty without a user
 */
record ProxyServer(Proxy.Type type, String host, int port, Optional<String> authorization) {

  private static final int USUAL_SOCKS_PORT = 1080;

  /**
   * Reads an address, such as {@code http://user:password@proxy.example:3128}. Without a scheme, it
   * is an HTTP proxy.
   *
   * @param variable the environment variable that contains it
   * @throws IllegalArgumentException if it is no address of a proxy; the message does not contain
   *     it, because it may contain a password
   */
  static ProxyServer of(String address, String variable) {
    int colon = address.indexOf("://");
    String scheme = colon < 0 ? "http" : address.substring(0, colon).toLowerCase(Locale.ROOT);
    HttpUrl url = HttpUrl.parse("http://" + address.substring(colon < 0 ? 0 : colon + 3));
    if (url == null) {
      throw new IllegalArgumentException(
          variable + " is not the address of a proxy, such as http://proxy.example:3128.");
    }
    boolean hasUser = !url.username().isEmpty() || !url.password().isEmpty();
    return switch (scheme) {
      case "http" ->
          new ProxyServer(
              Proxy.Type.HTTP,
              url.host(),
              url.port(),
              hasUser
                  ? Optional.of(Credentials.basic(url.username(), url.password(), UTF_8))
                  : Optional.empty());
      case "socks", "socks4", "socks4a", "socks5", "socks5h" -> {
        if (hasUser) {
          throw new IllegalArgumentException(
              variable + ": a SOCKS proxy with a user name is not supported; use an HTTP proxy.");
        }
        boolean hasPort = address.matches(".*:\\d+/?");
        yield new ProxyServer(
            Proxy.Type.SOCKS,
            url.host(),
            hasPort ? url.port() : USUAL_SOCKS_PORT,
            Optional.empty());
      }
      default ->
          throw new IllegalArgumentException(
              variable + ": proxies are reached by http:// or socks5://, not by another scheme.");
    };
  }

  /** The proxy as Java names it; its host is resolved when it is used. */
  Proxy proxy() {
    return new Proxy(type, InetSocketAddress.createUnresolved(host, port));
  }

  @Override
  public String toString() {
    return host + ":" + port;
  }
}
