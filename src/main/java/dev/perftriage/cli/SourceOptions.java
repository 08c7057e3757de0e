package dev.perftriage.cli;

import dev.perftriage.app.Session;
import dev.perftriage.app.Session.Network;
import dev.perftriage.app.UsageException;
import dev.perftriage.cli.config.Configuration;
import dev.perftriage.model.SiteUrl;
import dev.perftriage.source.http.Limits;
import dev.perftriage.source.http.Services.Addresses;
import dev.perftriage.source.io.Advice;
import dev.perftriage.source.io.SizeLimit;
import dev.perftriage.source.range.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import okhttp3.HttpUrl;
import picocli.CommandLine.Model.CommandSpec;

/** The options for the data sources. */
final class SourceOptions {

  static final Advice ADVICE =
      new Advice(
          "run without --offline to fetch it",
          "raise --max-response",
          "if that issuer is your organisation's, name its certificate by --ca or SSL_CERT_FILE",
          "free disk space or choose another --store",
          "give --start and --end as commits on master, the older one first",
          "give the older one as --start");

  private static final String DEFAULT = " Default: ${DEFAULT-VALUE}.";
  // On its own line, because help would wrap a URL at its dots. Not the configured URL, which may
  // contain a password.
  private static final String ADDRESS = " Default:%n";
  private static final long MEBIBYTE = 1L << 20;
  private static final int MOST_JOBS = 16;
  private static final int MOST_MEBIBYTES = (int) (SizeLimit.LARGEST / MEBIBYTE);

  final Option<Path> store =
      Option.of(Path.class, "DIR", "--store")
          .describe(
              "Folder of stored responses, read before fetching and written after it. Default:"
                  + " perf-triage in your cache folder.");

  private final Option<Boolean> noStore =
      Option.flag("--no-store").describe("Neither read nor write stored responses.");

  private final Option<Boolean> offline =
      Option.flag("--offline").describe("Use only the store, never the network.");

  private final Option<Boolean> refresh =
      Option.flag("--refresh").describe("Fetch again what the store already has.");

  private final Option<Integer> timeout =
      Option.number("SECONDS", "--timeout")
          .defaultValue("120")
          .describe(
              "Request timeout in seconds, and longest wait for a site that is starting."
                  + DEFAULT);

  private final Option<Integer> retries =
      Option.number("N", "--retries")
          .defaultValue("4")
          .describe("Retries after a temporary failure." + DEFAULT);

  private final Option<Integer> maxResponse =
      Option.number("MIB", "--max-response")
          .defaultValue("64")
          .describe("Maximum response size in MiB, decompressed." + DEFAULT);

  private final Option<String> perfUrl =
      url(
          "--perf-url",
          "https://" + SiteUrl.HOST,
          "URL of the performance site, also PERF_TRIAGE_PERF_URL.");

  private final Option<String> commitsUrl =
      url(
          "--commits-url",
          "https://triage.rust-lang.org",
          "URL of the list of merges, also PERF_TRIAGE_COMMITS_URL.");

  private final Option<String> gitHubUrl =
      url(
          "--github-url",
          "https://api.github.com",
          "URL of GitHub's API, also PERF_TRIAGE_GITHUB_URL. GITHUB_TOKEN lifts its rate limit.");

  private final ConnectionOptions connection = new ConnectionOptions();

  private final Option<Integer> jobs =
      Option.number("N", "-j", "--jobs")
          .defaultValue("6")
          .describe(
              "Maximum concurrent requests for comparisons, 1 to " + MOST_JOBS + "." + DEFAULT);

  private final Option<Boolean> quiet =
      Option.flag("-q", "--quiet").describe("Show neither progress nor the next command.");

  /** The options as a section of help, for commands that take revisions. */
  CommandSpec section() {
    return section(store, noStore, offline, refresh);
  }

  /** The options for commands that fetch a range. */
  CommandSpec sectionForRange() {
    return Option.add(section(), jobs, quiet);
  }

  /** The options for fetching a range, which needs both a store and the network. */
  CommandSpec sectionForFetching() {
    return Option.add(section(store, refresh), jobs, quiet);
  }

  /** The options for commands that read a range again from the store. */
  CommandSpec sectionForStoredRange() {
    return Option.add(section(store, offline, refresh), jobs, quiet);
  }

  /** The options for commands whose answers change within minutes. */
  CommandSpec sectionWithNetwork() {
    return section(store, noStore);
  }

  private CommandSpec section(Option<?>... ofStore) {
    return Option.add(
        Option.section(ofStore),
        timeout,
        retries,
        maxResponse,
        perfUrl,
        commitsUrl,
        gitHubUrl,
        connection.ca());
  }

  boolean isOffline() {
    return isGiven(offline);
  }

  /** Whether a flag is given; false if the command does not have it. */
  private static boolean isGiven(Option<Boolean> flag) {
    return flag.given().orElse(false);
  }

  /** The folder of the store: the one named, or the user's cache; empty if none is used. */
  Optional<Path> storeFolder(CommandContext context) {
    return isGiven(noStore) ? Optional.empty() : storeFolder(store.given(), context);
  }

  /**
   * The folder selected by {@code --store}.
   *
   * @param named the named folder; empty for the user's cache
   * @return empty if no folder is named and the environment has no cache folder
   */
  static Optional<Path> storeFolder(Optional<Path> named, CommandContext context) {
    if (named.isEmpty()) {
      return Configuration.folder(context.environment(), "XDG_CACHE_HOME", ".cache");
    }
    // An unset shell variable gives a blank name, which would resolve to the working directory.
    if (named.get().toString().isBlank()) {
      throw new UsageException("--store: '" + named.get() + "' is not a folder name.");
    }
    return named.map(context.directory()::resolve);
  }

  /** Opens the data sources selected by the options. */
  Session session(CommandContext context) {
    return Session.open(settings(context), context::note);
  }

  /** Checks the options, for commands that do other work before they open the data sources. */
  void check(CommandContext context) {
    settings(context);
  }

  private Session.Settings settings(CommandContext context) {
    if (isGiven(noStore) && store.given().isPresent()) {
      throw new UsageException("Give --store or --no-store, not both.");
    }
    Optional<Path> recorded = storeFolder(context);
    if (isOffline() && recorded.isEmpty()) {
      throw new UsageException("--offline needs --store DIR to read from.");
    }
    if (isOffline() && !Files.isDirectory(recorded.get())) {
      throw new UsageException("--offline: no folder " + recorded.get() + " to read from.");
    }
    return new Session.Settings(
        recorded,
        store.given().isEmpty(),
        isOffline() ? Optional.empty() : Optional.of(network(context)),
        isGiven(refresh),
        // Commands without the option ask for one comparison at a time.
        jobs.given().isPresent() ? Option.within(1, MOST_JOBS, jobs) : 1,
        context.clock(),
        ADVICE);
  }

  /** Whether only results and problems are printed; false if the command does not have the flag. */
  boolean isQuiet() {
    return isGiven(quiet);
  }

  /** The progress display that the options select, for what a plural noun names. */
  Progress progress(CommandContext context, String noun) {
    return isQuiet() || isOffline() ? Progress.SILENT : ProgressLine.on(context, noun);
  }

  /** Whether a host is the performance site's: the public one, or the one asked. */
  boolean isSite(String host) {
    HttpUrl asked = HttpUrl.parse(perfUrl.value());
    return host.equals(SiteUrl.HOST) || (asked != null && host.equals(asked.host()));
  }

  private Network network(CommandContext context) {
    return new Network(
        new Addresses(address(perfUrl), address(commitsUrl), address(gitHubUrl)),
        connection.connection(context),
        new Limits(
            Duration.ofSeconds(Option.atLeast(1, timeout)),
            Option.atLeast(0, retries),
            context.firstRetryWait(),
            sizeLimit().bytes()));
  }

  /** The maximum size of a response, fetched or saved. */
  SizeLimit sizeLimit() {
    int most = Option.within(1, MOST_MEBIBYTES, maxResponse);
    return new SizeLimit(most * MEBIBYTE, ADVICE.allowMore());
  }

  private static Option<String> url(String name, String usual, String description) {
    return Option.of(String.class, "URL", name)
        .defaultValue(usual)
        .describe(description + ADDRESS + usual);
  }

  private static HttpUrl address(Option<String> option) {
    String url = option.value();
    HttpUrl address = HttpUrl.parse(url.strip());
    if (address == null) {
      throw new UsageException(
          option.name() + ": '" + Passwords.hidden(url) + "' is not an http or https URL.");
    }
    return address;
  }
}
