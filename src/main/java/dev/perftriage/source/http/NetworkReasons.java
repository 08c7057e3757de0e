package dev.perftriage.source.http;

import dev.perftriage.source.io.Advice;
import dev.perftriage.source.io.IoReasons;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLPeerUnverifiedException;
import okhttp3.HttpUrl;

/**
 * Describes why a request got no response, in words instead of a class name.
 *
 * @param proxies the proxies in use, which may be what fails
 * @param advice what to do about a certificate that is not trusted
 */
record NetworkReasons(Proxies proxies, Advice advice) {

  /** OkHttp's message about a certificate for another host lists the names on its last line. */
  private static final Pattern NAMES = Pattern.compile("subjectAltNames: \\[(.*)\\]");

  private static final Pattern CONNECT_STATUS =
      Pattern.compile("Unexpected response code for CONNECT: (\\d+)");
  private static final String NOT_AUTHENTICATED = "Failed to authenticate with proxy";
  private static final int FIRST_TEMPORARY = 500;

  /** The reason, fit for the end of a sentence. */
  String of(IOException failure, HttpUrl url) {
    Optional<ProxyServer> proxy = proxies.serving(url.scheme(), url.host(), url.port());
    String peer = proxy.map(server -> "the proxy " + server).orElse(url.host());
    String message = String.valueOf(failure.getMessage());
    Optional<UntrustedCertificateException> untrusted =
        cause(failure, UntrustedCertificateException.class);
    if (untrusted.isPresent()) {
      return "the certificate of %s %s; %s"
          .formatted(
              url.host(),
              untrusted.get().complaint(),
              untrusted.get().isOutOfDate()
                  ? "check the clock of this machine, or tell whoever runs the server"
                  : advice.trustIssuer());
    }
    if (failure instanceof SSLPeerUnverifiedException) {
      Matcher names = NAMES.matcher(message);
      return "the certificate of %s is for %s; check the address"
          .formatted(
              url.host(), names.find() && !names.group(1).isEmpty() ? names.group(1) : "another");
    }
    if (message.contains(NOT_AUTHENTICATED)) {
      return proxyAuthentication(proxy);
    }
    Matcher status = CONNECT_STATUS.matcher(message);
    if (status.find()) {
      return peer + " does not connect to " + url.host() + ": HTTP status " + status.group(1);
    }
    if (failure instanceof UnknownHostException) {
      return "unknown host "
          + proxy.map(ProxyServer::host).orElse(url.host())
          + proxy.map(server -> ", the proxy").orElse("")
          + "; check the address and the network";
    }
    return unreachable(failure, peer)
        .or(() -> refused(failure).map(words -> words + proxy.map(p -> " by " + peer).orElse("")))
        .orElseGet(() -> IoReasons.of(failure));
  }

  /** Whether another attempt will fail, too: the peer has said no, and for good. */
  boolean isPermanent(IOException failure) {
    String message = String.valueOf(failure.getMessage());
    Matcher status = CONNECT_STATUS.matcher(message);
    return cause(failure, UntrustedCertificateException.class).isPresent()
        || failure instanceof SSLPeerUnverifiedException
        || message.contains(NOT_AUTHENTICATED)
        || (status.find() && Integer.parseInt(status.group(1)) < FIRST_TEMPORARY);
  }

  /** The reason of a proxy that wants to know who asks. */
  String proxyAuthentication(HttpUrl url) {
    return proxyAuthentication(proxies.serving(url.scheme(), url.host(), url.port()));
  }

  private static String proxyAuthentication(Optional<ProxyServer> proxy) {
    String name = proxy.map(server -> "the proxy " + server).orElse("the proxy");
    return proxy.flatMap(ProxyServer::authorization).isPresent()
        ? name + " rejects the user name or the password"
        : name
            + " asks for a user name and a password; give them as in"
            + " HTTPS_PROXY=http://USER:PASSWORD@HOST:PORT";
  }

  private static Optional<String> unreachable(IOException failure, String peer) {
    if (failure instanceof SocketTimeoutException
        && String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT).contains("connect")) {
      return Optional.of(peer + " is unreachable: no answer to the attempt to connect");
    }
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      boolean isTimeout = String.valueOf(cause.getMessage()).contains("timed out");
      if (cause instanceof NoRouteToHostException) {
        return Optional.of(peer + " is unreachable: no route to host");
      }
      if (cause instanceof ConnectException
          && (isTimeout || String.valueOf(cause.getMessage()).contains("unreachable"))) {
        return Optional.of(
            peer
                + " is unreachable: "
                + (isTimeout ? "no answer to the attempt to connect" : "no network"));
      }
    }
    return Optional.empty();
  }

  private static Optional<String> refused(IOException failure) {
    return failure instanceof ConnectException
        ? Optional.of("connection refused")
        : Optional.empty();
  }

  private static <T extends Throwable> Optional<T> cause(Throwable failure, Class<T> type) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (type.isInstance(cause)) {
        return Optional.of(type.cast(cause));
      }
    }
    return Optional.empty();
  }
}
