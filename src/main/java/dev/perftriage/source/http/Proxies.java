package dev.perftriage.source.http;

import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;

/**
 * The proxies that environment variables name, as for curl: {@code HTTPS_PROXY} for https URLs,
 * {@code HTTP_PROXY} for http URLs, {@code ALL_PROXY} for both, and {@code NO_PROXY} for
 * exceptions, each in lower case first. Without any, Java's system properties decide.
 */
final class Proxies {

  private final Optional<ProxyServer> https;
  private final Optional<ProxyServer> http;
  private final NoProxy exceptions;

  private Proxies(Optional<ProxyServer> https, Optional<ProxyServer> http, NoProxy exceptions) {
    this.https = https;
    this.http = http;
    this.exceptions = exceptions;
  }

  /**
   * Reads the environment.
   *
   * @throws IllegalArgumentException if a variable is not the address of a proxy
   */
  static Proxies of(Map<String, String> environment) {
    return new Proxies(
        proxy(environment, "HTTPS_PROXY"),
        proxy(environment, "HTTP_PROXY"),
        new NoProxy(variable(environment, "NO_PROXY").map(Map.Entry::getValue).orElse("")));
  }

  private static Optional<ProxyServer> proxy(Map<String, String> environment, String variable) {
    return variable(environment, variable)
        .or(() -> variable(environment, "ALL_PROXY"))
        .filter(set -> !set.getValue().isBlank())
        .map(set -> ProxyServer.of(set.getValue().strip(), set.getKey()));
  }

  /** A variable in lower or upper case with its value, which may be empty to override another. */
  private static Optional<Map.Entry<String, String>> variable(
      Map<String, String> environment, String name) {
    return Stream.of(name.toLowerCase(Locale.ROOT), name)
        .filter(environment::containsKey)
        .map(set -> Map.entry(set, environment.get(set)))
        .findFirst();
  }

  /** The proxy for a URL; empty if it is reached without one. */
  Optional<ProxyServer> serving(String scheme, String host, int port) {
    return exceptions.contains(host, port)
        ? Optional.empty()
        : scheme.equals("https") ? https : http;
  }

  /** Makes a client use them. */
  void applyTo(OkHttpClient.Builder client) {
    if (https.isEmpty() && http.isEmpty()) {
      return;
    }
    client.proxySelector(new Selector());
    client.proxyAuthenticator(
        (route, response) ->
            response.request().header("Proxy-Authorization") != null || route == null
                ? null
                : Stream.of(https, http)
                    .flatMap(Optional::stream)
                    .filter(server -> server.proxy().equals(route.proxy()))
                    .flatMap(server -> server.authorization().stream())
                    .findFirst()
                    .map(
                        authorization ->
                            response
                                .request()
                                .newBuilder()
                                .header("Proxy-Authorization", authorization)
                                .build())
                    .orElse(null));
  }

  private final class Selector extends ProxySelector {

    @Override
    public List<Proxy> select(URI url) {
      boolean isHttps = url.getScheme().equals("https");
      int port = url.getPort() >= 0 ? url.getPort() : isHttps ? 443 : 80;
      return List.of(
          serving(url.getScheme(), url.getHost(), port)
              .map(ProxyServer::proxy)
              .orElse(Proxy.NO_PROXY));
    }

    @Override
    public void connectFailed(URI url, SocketAddress address, IOException failure) {
      // The failure is reported by the request.
    }
  }
}
