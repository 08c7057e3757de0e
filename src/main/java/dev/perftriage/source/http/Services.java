package dev.perftriage.source.http;

import dev.perftriage.model.CommitHistory;
import dev.perftriage.source.io.Advice;
import dev.perftriage.source.wire.CommitListReader;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.brotli.BrotliInterceptor;

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
   * @param clock the current time, to which a date in {@code Retry-After} is compared
   * @param advice what to do about a response that is too large, or a certificate
   * @param notes receives sentences about waits and a refused token
   * @throws dev.perftriage.model.DataException if a file of certificates cannot be read
   */
  public static Services at(
      Addresses addresses,
      Connection connection,
      Limits limits,
      Clock clock,
      Advice advice,
      Consumer<String> notes) {
    OkHttpClient client = client(addresses, connection, limits);
    ServiceEnvironment environment =
        new ServiceEnvironment(limits, connection.proxies(), clock, advice, notes);
    Authorization gitHub =
        connection
            .gitHubToken()
            .map(token -> Authorization.ofToken(addresses.gitHub(), token))
            .orElseGet(() -> Authorization.ofUser(addresses.gitHub()));
    Authorization perf = Authorization.ofUser(addresses.perf());
    Authorization commits = Authorization.ofUser(addresses.commits());
    Http anonymous = new Http(client, gitHub.base().host(), environment);
    return new Services(
        new PerfSite(new Http(perf.on(client), perf.base().host(), environment), perf.base()),
        commits(new Http(commits.on(client), commits.base().host(), environment), commits.base()),
        new GitHub(
            new GitHubRequests(
                gitHub.isNone()
                    ? anonymous
                    : new Http(gitHub.on(client), gitHub.base().host(), environment),
                anonymous,
                gitHub.base(),
                notes)));
  }

  private static OkHttpClient client(Addresses addresses, Connection connection, Limits limits) {
    OkHttpClient.Builder builder = new OkHttpClient.Builder();
    if (addresses.areOnThisMachine()) {
      builder.connectionSpecs(List.of(ConnectionSpec.CLEARTEXT));
    } else {
      connection.proxies().applyTo(builder);
      new Trust(connection, System.getProperty("os.name", "")).applyTo(builder);
    }
    return builder
        .connectTimeout(shorter(LONGEST_CONNECT, limits.timeout()))
        .readTimeout(shorter(LONGEST_SILENCE, limits.timeout()))
        .writeTimeout(shorter(LONGEST_SILENCE, limits.timeout()))
        .callTimeout(limits.timeout())
        .connectionPool(new ConnectionPool(MOST_CONNECTIONS, CONNECTION_MINUTES, TimeUnit.MINUTES))
        .addInterceptor(
            chain ->
                chain.proceed(
                    chain
                        .request()
                        .newBuilder()
                        .header("User-Agent", connection.userAgent())
                        .build()))
        .addInterceptor(BrotliInterceptor.INSTANCE)
        .build();
  }

  private static Supplier<Fetched<CommitHistory>> commits(Http http, HttpUrl base) {
    HttpUrl address = base.newBuilder().addPathSegment("bors-commit-list").build();
    return () ->
        http.fetch(
            new Request.Builder().url(address).build(),
            "the list of merges from " + address,
            CommitListReader::read);
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  /** The base address of each service. */
  public record Addresses(HttpUrl perf, HttpUrl commits, HttpUrl gitHub) {

    /** Whether all are unencrypted stand-ins on this machine. */
    boolean areOnThisMachine() {
      return Stream.of(perf, commits, gitHub)
          .allMatch(address -> !address.isHttps() && Loopback.is(address.host()));
    }
  }
}
