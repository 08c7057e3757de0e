package dev.perftriage.cli;

import dev.perftriage.source.Facts;
import dev.perftriage.source.Limits;
import dev.perftriage.source.Services;
import dev.perftriage.source.Services.Addresses;
import dev.perftriage.source.Store;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Where facts come from. */
class SourceOptions {

  private static final String PERF_HOST = "perf.rust-lang.org";
  private static final String PERF_URL = "https://" + PERF_HOST;
  private static final String COMMITS_URL = "https://triage.rust-lang.org";
  private static final String GITHUB_URL = "https://api.github.com";
  private static final String DEFAULT = " Default: ${DEFAULT-VALUE}.";
  // On a line of its own: help would break an address at its dots.
  private static final String ADDRESS = " Default:%n${DEFAULT-VALUE}";
  private static final int USUAL_TIMEOUT = 120;
  private static final int USUAL_RETRIES = 4;
  private static final int USUAL_RESPONSE = 64;
  private static final long MEBIBYTE = 1L << 20;

  @Option(
      names = "--store",
      paramLabel = "DIR",
      description =
          "Folder of recorded answers: what it has is not fetched, what is fetched is kept."
              + " Default: perf-triage in your cache folder.")
  private @Nullable Path store;

  @Option(
      names = "--no-store",
      fallbackValue = "true",
      description = "Keep no answers, and use none that were kept.")
  private boolean noStore;

  @Option(
      names = "--offline",
      fallbackValue = "true",
      description = "Use the store alone, never the network.")
  private boolean offline;

  @Option(
      names = "--refresh",
      fallbackValue = "true",
      description = "Ask again what the store has, and keep the answers.")
  private boolean refresh;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      defaultValue = "" + USUAL_TIMEOUT,
      description = "The longest that one request may take." + DEFAULT)
  private int timeout = USUAL_TIMEOUT;

  @Option(
      names = "--retries",
      paramLabel = "N",
      defaultValue = "" + USUAL_RETRIES,
      description = "How often a request is tried again whose failure may pass." + DEFAULT)
  private int retries = USUAL_RETRIES;

  @Option(
      names = "--max-response",
      paramLabel = "MIB",
      defaultValue = "" + USUAL_RESPONSE,
      description = "The longest answer that is read, decompressed, in MiB." + DEFAULT)
  private int maxResponse = USUAL_RESPONSE;

  @Option(
      names = "--perf-url",
      paramLabel = "URL",
      defaultValue = PERF_URL,
      description = "The performance site, or PERF_TRIAGE_PERF_URL." + ADDRESS)
  private String perfUrl = PERF_URL;

  @Option(
      names = "--commits-url",
      paramLabel = "URL",
      defaultValue = COMMITS_URL,
      description = "The list of merges, or PERF_TRIAGE_COMMITS_URL." + ADDRESS)
  private String commitsUrl = COMMITS_URL;

  @Option(
      names = "--github-url",
      paramLabel = "URL",
      defaultValue = GITHUB_URL,
      description =
          "GitHub's API, or PERF_TRIAGE_GITHUB_URL; GITHUB_TOKEN lifts its rate limit." + ADDRESS)
  private String gitHubUrl = GITHUB_URL;

  boolean isOffline() {
    return offline;
  }

  /** The folder that the options name, or the user's cache; empty where there is to be none. */
  Optional<Store> store(Surroundings surroundings) {
    if (noStore) {
      return Optional.empty();
    }
    Optional<Path> folder =
        store == null
            ? CacheFolder.in(surroundings.environment())
            : Optional.of(surroundings.directory().resolve(store));
    return folder.map(Store::new);
  }

  /** Keeps the user's cache, to which this run may have added, below its bound. */
  void trimCache(Surroundings surroundings) {
    if (store == null && !offline) {
      store(surroundings).ifPresent(cache -> cache.trim(CacheFolder.MOST_BYTES));
    }
  }

  /** The facts that the options ask for. */
  Facts facts(CommandLine command, Surroundings surroundings) {
    if (noStore && store != null) {
      throw new ParameterException(command, "Give --store or --no-store, not both.");
    }
    Optional<Store> recorded = store(surroundings);
    if (!offline) {
      return Facts.online(
          services(command, surroundings), recorded.orElse(null), refresh, surroundings::note);
    }
    if (recorded.isEmpty()) {
      throw new ParameterException(command, "--offline needs --store DIR to read from.");
    }
    if (!Files.isDirectory(recorded.get().folder())) {
      throw new ParameterException(
          command, "--offline: there is no folder " + recorded.get().folder() + " to read from.");
    }
    return Facts.offline(recorded.get());
  }

  /** Whether an address is one of the performance site's: the public one, or the one asked. */
  boolean isSite(HttpUrl address) {
    HttpUrl asked = HttpUrl.parse(perfUrl);
    return address.host().equals(PERF_HOST)
        || (asked != null && address.host().equals(asked.host()));
  }

  private Services services(CommandLine command, Surroundings surroundings) {
    Addresses addresses =
        new Addresses(
            address(command, "--perf-url", perfUrl),
            address(command, "--commits-url", commitsUrl),
            address(command, "--github-url", gitHubUrl));
    Limits limits =
        new Limits(
            Duration.ofSeconds(atLeast(command, "--timeout", 1, timeout)),
            atLeast(command, "--retries", 0, retries),
            surroundings.firstRetryWait(),
            atLeast(command, "--max-response", 1, maxResponse) * MEBIBYTE);
    String token = token(surroundings);
    return Services.at(
        addresses,
        limits,
        Version.userAgent(),
        token.isEmpty() ? null : token,
        surroundings.clock());
  }

  /** Whether GitHub answers thousands of questions an hour. */
  boolean hasToken(Surroundings surroundings) {
    return !token(surroundings).isEmpty();
  }

  private static String token(Surroundings surroundings) {
    return surroundings.environment().getOrDefault("GITHUB_TOKEN", "").strip();
  }

  static int atLeast(CommandLine command, String option, int least, int value) {
    if (value < least) {
      throw new ParameterException(command, option + " is at least " + least + ".");
    }
    return value;
  }

  private static HttpUrl address(CommandLine command, String option, String url) {
    HttpUrl address = HttpUrl.parse(url.strip());
    if (address == null) {
      throw new ParameterException(
          command, option + ": '" + url + "' is no http or https address.");
    }
    return address;
  }
}
