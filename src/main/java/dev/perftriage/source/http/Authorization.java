package dev.perftriage.source.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import okhttp3.Credentials;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/** How the program identifies itself to one service, and to no other host. */
final class Authorization {

  private final HttpUrl base;
  private final @Nullable String header;
  private final boolean needsEncryption;

  private Authorization(HttpUrl address, @Nullable String header, boolean needsEncryption) {
    this.base = address.newBuilder().username("").password("").build();
    this.header = header;
    this.needsEncryption = needsEncryption;
  }

  /** Identifies itself by a token, which is sent encrypted or to this machine only. */
  static Authorization ofToken(HttpUrl address, String token) {
    return new Authorization(address, "Bearer " + token, true);
  }

  /** Identifies itself as the user whom an address names, or not at all. */
  static Authorization ofUser(HttpUrl address) {
    boolean hasUser = !address.username().isEmpty() || !address.password().isEmpty();
    return new Authorization(
        address,
        hasUser ? Credentials.basic(address.username(), address.password(), UTF_8) : null,
        false);
  }

  /** The address without user and password, which no message and no other host may see. */
  HttpUrl base() {
    return base;
  }

  boolean isNone() {
    return header == null;
  }

  /**
   * A client that identifies itself to the service, and to no other host that a redirect leads to:
   * a network interceptor sees every hop.
   */
  OkHttpClient on(OkHttpClient client) {
    String value = header;
    if (value == null) {
      return client;
    }
    return client
        .newBuilder()
        .addNetworkInterceptor(
            chain -> {
              Request request = chain.request();
              return chain.proceed(
                  isFor(request.url())
                      ? request.newBuilder().header("Authorization", value).build()
                      : request);
            })
        .build();
  }

  private boolean isFor(HttpUrl url) {
    return url.host().equals(base.host())
        && url.port() == base.port()
        && url.isHttps() == base.isHttps()
        && (url.isHttps() || !needsEncryption || Loopback.is(url.host()));
  }
}
