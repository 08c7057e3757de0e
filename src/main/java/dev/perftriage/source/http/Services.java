package dev.perftriage.source.http;

import dev.perftriage.model.CommitHistory;
import dev.perftriage.source.io.Advice;
import dev.perftriage.source.wire.CommitListReader;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.brotli.BrotliInterceptor;
import org.jspecify.annotations.Nullable;

/**
 * The three services, which share one connection pool.
 *
 * @param commits triage.rust-lang.org, which lists the merges to master; throws a {@code
 *     DataException} if the request fails
 */
public record Services(PerfSite perf, Supplier<Fetched<CommitHistory>> commits, GitHub gitHub) {

  private static final Duration LONGEST_CONNECT = Duration.ofSeconds(15);

  /** The longest wait for data: the site takes some seconds to compute a comparison. */
  private static final Duration LONGEST_SILENCE = Duration.ofSeconds(60);

  private static final int MOST_CONNECTIONS = 20;
  private static final int CONNECTION_MINUTES = 1;

  /**
   * Connects to the services; nothing is sent yet.
   *
   * @param userAgent the value of the {@code User-Agent} header
   * @param gitHubToken a token that raises GitHub's rate limit; null if there is none
   * @param clock the current time, to which a date in {@code Retry-After} is compared
   * @param advice what to do about a response that is too large
   */
  public static Services at(
      Addresses addresses,
      Limits limits,
      String userAgent,
      @Nullable String gitHubToken,
      Clock clock,
      Advice advice) {
    OkHttpClient.Builder builder = new OkHttpClient.Builder();
    if (addresses.areOnThisMachine()) {
      builder.connectionSpecs(List.of(ConnectionSpec.CLEARTEXT));
    }
    OkHttpClient client =
        builder
            .connectTimeout(shorter(LONGEST_CONNECT, limits.timeout()))
            .readTimeout(shorter(LONGEST_SILENCE, limits.timeout()))
            .writeTimeout(shorter(LONGEST_SILENCE, limits.timeout()))
            .callTimeout(limits.timeout())
            .connectionPool(
                new ConnectionPool(MOST_CONNECTIONS, CONNECTION_MINUTES, TimeUnit.MINUTES))
            .addInterceptor(
                chain ->
                    chain.proceed(
                        chain.request().newBuilder().header("User-Agent", userAgent).build()))
            .addInterceptor(BrotliInterceptor.INSTANCE)
            .build();
    OkHttpClient gitHubClient =
        gitHubToken == null ? client : withToken(client, addresses.gitHub(), gitHubToken);
    return new Services(
        new PerfSite(new Http(client, limits, clock, advice), addresses.perf()),
        commits(new Http(client, limits, clock, advice), addresses.commits()),
        new GitHub(new Http(gitHubClient, limits, clock, advice), addresses.gitHub()));
  }

  private static Supplier<Fetched<CommitHistory>> commits(Http http, HttpUrl base) {
    HttpUrl address = base.newBuilder().addPathSegment("bors-commit-list").build();
    return () ->
        http.fetch(
            new Request.Builder().url(address).build(),
            "the list of merges from " + address,
            CommitListReader::read);
  }

  /**
   * A client that sends the token to one host, and to no other that a redirect leads to: a network
   * interceptor sees every hop.
   */
  private static OkHttpClient withToken(OkHttpClient client, HttpUrl base, String token) {
    return client
        .newBuilder()
        .addNetworkInterceptor(
            chain -> {
              Request request = chain.request();
              HttpUrl url = request.url();
              boolean trusted =
                  url.host().equals(base.host())
                      && url.port() == base.port()
                      && (url.isHttps() || isLoopback(url.host()));
              return chain.proceed(
                  trusted
                      ? request.newBuilder().header("Authorization", "Bearer " + token).build()
                      : request);
            })
        .build();
  }

  private static boolean isLoopback(String host) {
    return host.equals("localhost") || host.equals("::1") || host.matches("127(\\.\\d{1,3}){3}");
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  /** The base address of each service. */
  public record Addresses(HttpUrl perf, HttpUrl commits, HttpUrl gitHub) {

    /** Whether all are unencrypted stand-ins on this machine. */
    boolean areOnThisMachine() {
      return Stream.of(perf, commits, gitHub)
          .allMatch(address -> !address.isHttps() && isLoopback(address.host()));
    }
  }
}
