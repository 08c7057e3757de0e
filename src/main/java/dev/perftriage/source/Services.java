package dev.perftriage.source;

import java.time.Duration;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.brotli.BrotliInterceptor;

/**
 * The three services, over one connection pool.
 *
 * @param perf the performance site
 * @param commits the list of merges to master
 * @param gitHub pull requests
 */
public record Services(PerfSite perf, CommitList commits, GitHub gitHub) {

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(15);
  private static final Duration CALL_TIMEOUT = Duration.ofMinutes(2);

  /**
   * Connects to the services; nothing is sent yet.
   *
   * @param userAgent what the program calls itself
   */
  public static Services at(Addresses addresses, String userAgent) {
    OkHttpClient client =
        new OkHttpClient.Builder()
            .connectTimeout(CONNECT_TIMEOUT)
            .readTimeout(CALL_TIMEOUT)
            .callTimeout(CALL_TIMEOUT)
            .addInterceptor(
                chain ->
                    chain.proceed(
                        chain.request().newBuilder().header("User-Agent", userAgent).build()))
            .addInterceptor(BrotliInterceptor.INSTANCE)
            .build();
    Http http = new Http(client);
    return new Services(
        new PerfSite(http, addresses.perf()),
        new CommitList(http, addresses.commits()),
        new GitHub(http, addresses.gitHub()));
  }

  /**
   * Where the services are.
   *
   * @param perf base address of the performance site
   * @param commits base address of the list of merges
   * @param gitHub base address of GitHub's API
   */
  public record Addresses(HttpUrl perf, HttpUrl commits, HttpUrl gitHub) {}
}
