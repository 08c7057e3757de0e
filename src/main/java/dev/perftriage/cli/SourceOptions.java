package dev.perftriage.cli;

import dev.perftriage.source.Facts;
import dev.perftriage.source.Services;
import dev.perftriage.source.Services.Addresses;
import dev.perftriage.source.Store;
import java.nio.file.Files;
import java.nio.file.Path;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Where facts come from. */
final class SourceOptions {

  private static final String PERF_URL = "https://perf.rust-lang.org";
  private static final String COMMITS_URL = "https://triage.rust-lang.org";
  private static final String GITHUB_URL = "https://api.github.com";
  private static final String DEFAULT = " Default: ${DEFAULT-VALUE}.";

  @Option(
      names = "--store",
      paramLabel = "DIR",
      description =
          "Folder of recorded answers: what it has is not fetched, what is fetched is kept.")
  private @Nullable Path store;

  @Option(names = "--offline", description = "Use the store alone, never the network.")
  private boolean offline;

  @Option(
      names = "--perf-url",
      paramLabel = "URL",
      defaultValue = "${env:PERF_TRIAGE_PERF_URL:-" + PERF_URL + "}",
      description = "The performance site, or PERF_TRIAGE_PERF_URL." + DEFAULT)
  private String perfUrl = PERF_URL;

  @Option(
      names = "--commits-url",
      paramLabel = "URL",
      defaultValue = "${env:PERF_TRIAGE_COMMITS_URL:-" + COMMITS_URL + "}",
      description = "The list of merges, or PERF_TRIAGE_COMMITS_URL." + DEFAULT)
  private String commitsUrl = COMMITS_URL;

  @Option(
      names = "--github-url",
      paramLabel = "URL",
      defaultValue = "${env:PERF_TRIAGE_GITHUB_URL:-" + GITHUB_URL + "}",
      description = "GitHub's API, or PERF_TRIAGE_GITHUB_URL." + DEFAULT)
  private String gitHubUrl = GITHUB_URL;

  boolean isOffline() {
    return offline;
  }

  /** The facts that the options ask for. */
  Facts facts(CommandLine command, Surroundings surroundings) {
    Store recorded = store == null ? null : new Store(surroundings.directory().resolve(store));
    if (!offline) {
      Addresses addresses =
          new Addresses(
              address(command, "--perf-url", perfUrl),
              address(command, "--commits-url", commitsUrl),
              address(command, "--github-url", gitHubUrl));
      return Facts.online(Services.at(addresses, Version.userAgent()), recorded);
    }
    if (recorded == null) {
      throw new ParameterException(command, "--offline needs --store DIR to read from.");
    }
    if (!Files.isDirectory(recorded.folder())) {
      throw new ParameterException(command, "--store: there is no folder " + store + ".");
    }
    return Facts.offline(recorded);
  }

  private static HttpUrl address(CommandLine command, String option, String url) {
    HttpUrl address = HttpUrl.parse(url);
    if (address == null) {
      throw new ParameterException(
          command, option + ": '" + url + "' is no http or https address.");
    }
    return address;
  }
}
