package dev.perftriage.source.store;

import dev.perftriage.model.Bound;
import dev.perftriage.model.ComparisonQuery;
import dev.perftriage.model.HistoryQuery;
import dev.perftriage.model.Metric;
import dev.perftriage.model.Sha;
import dev.perftriage.model.SiteUrl;
import dev.perftriage.model.TestCase;
import dev.perftriage.model.profile.ProfileRequest;
import dev.perftriage.source.wire.Payload;
import dev.perftriage.source.wire.PayloadForm;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names of a store's files: {@code commits.json}, {@code untriaged.json}, {@code
 * dashboard.json}, {@code status_page.json}, {@code pulls/{n}.json}, {@code files/{n}.json}, {@code
 * timelines/{n}.json}, {@code comments/{n}.json}, {@code commits/{sha}.json}, {@code
 * histories/{start}..{end}.{metric}.{test case}.json}, {@code etags/{folder}-{n}.txt}, {@code
 * self-profiles/{start}..{end},{test case}.msgpack} (and {@code .sections.json}) and {@code
 * comparisons/{start}..{end}.{metric}.msgpack} (or {@code .json}), with the metric {@linkplain
 * dev.perftriage.source.wire.AskedMetric added} to the response. Answers that have each test case
 * on a random target are {@code comparisons/{start}..{end}.{metric}.mix{n}.msgpack}.
 */
public final class StoreLayout {

  public static final String COMMITS = "commits.json";

  public static final String UNTRIAGED = "untriaged.json";

  /** The measured releases. */
  public static final String DASHBOARD = "dashboard.json";

  /** The newest builds to be measured. */
  public static final String STATUS_PAGE = "status_page.json";

  /** Which files of a recorded week answer which requests for self-profiles. */
  public static final String PROFILE_INDEX = "self-profiles/requests.json";

  private static final String MESSAGE_PACK = ".msgpack";
  private static final String JSON = ".json";
  private static final String SECTIONS = ".sections.json";
  static final Pattern COMPARISON =
      Pattern.compile(
          "(?<start>.+?)\\.\\.(?<end>.+?)\\.(?<metric>[^.]+)(\\.mix\\d+)?\\.(msgpack|json)");

  /** With two targets, every test case is known on both after so many answers, or nearly so. */
  private static final int MOST_MIXED = 12;

  private StoreLayout() {}

  /** The name of the file of a pull request. */
  public static String pull(int number) {
    return StorePart.PULLS.folder + "/" + number + JSON;
  }

  /** The name of the file of the paths that a pull request changes. */
  public static String files(int number) {
    return StorePart.FILES.folder + "/" + number + JSON;
  }

  /** The name of the file of what happened to a pull request. */
  public static String timeline(int number) {
    return StorePart.TIMELINES.folder + "/" + number + JSON;
  }

  /** The name of the file of the comments on a pull request. */
  public static String comments(int number) {
    return StorePart.COMMENTS.folder + "/" + number + JSON;
  }

  /**
   * The name of the file that says by what to ask whether an answer is still the same.
   *
   * @param name the name of the answer's file
   */
  public static String etags(String name) {
    return StorePart.ETAGS.folder
        + "/"
        + name.substring(0, name.length() - JSON.length()).replace('/', '-')
        + ".txt";
  }

  /** The name of the file of a commit. */
  public static String commit(Sha commit) {
    return StorePart.COMMITS.folder + "/" + commit + JSON;
  }

  /** The name of the file of a test case's values through a range of merges. */
  public static String history(HistoryQuery query) {
    ComparisonQuery range = query.range();
    return StorePart.HISTORIES.folder
        + "/"
        + encoded(range.start().value())
        + ".."
        + encoded(range.end().value())
        + historySuffix(range.metric(), query.testCase());
  }

  /** How the names of all files with values of a test case by a metric end. */
  static String historySuffix(Metric metric, TestCase testCase) {
    List<String> words = new ArrayList<>();
    words.addAll(
        List.of(
            testCase.benchmark(),
            testCase.profile(),
            testCase.scenario(),
            testCase.backend(),
            testCase.target()));
    testCase.further().forEach((name, value) -> words.add(name + "=" + value));
    return "."
        + encoded(metric.name()).replace(".", "%2E")
        + "."
        + encoded(String.join(" ", words))
        + JSON;
  }

  /** The name of the file of self-profiles. */
  public static String selfProfile(ProfileRequest request) {
    return profiled(request) + MESSAGE_PACK;
  }

  /** The name of the file of the sections of compilations. */
  public static String sections(ProfileRequest request) {
    return profiled(request) + SECTIONS;
  }

  /**
   * The name of a file that a list of self-profiles names.
   *
   * @param file its name without the folder
   */
  public static String listedProfile(String file) {
    return StorePart.SELF_PROFILES.folder + "/" + file;
  }

  private static String profiled(ProfileRequest request) {
    TestCase testCase = request.testCase();
    List<String> parts = new ArrayList<>();
    parts.add(encoded(request.before().text()) + ".." + encoded(request.after().text()));
    parts.add(encoded(testCase.benchmark()));
    parts.add(encoded(testCase.profile()));
    parts.add(encoded(testCase.scenario()));
    parts.add(encoded(testCase.backend()));
    parts.add(encoded(testCase.target()));
    testCase.further().forEach((field, value) -> parts.add(encoded(field) + "=" + encoded(value)));
    return listedProfile(String.join(",", parts));
  }

  /** The names that a comparison may have, the preferred one first. */
  static List<String> comparisons(ComparisonQuery query) {
    String name = StorePart.COMPARISONS.folder + "/" + name(query);
    return List.of(name + MESSAGE_PACK, name + JSON);
  }

  /** The names that answers on random targets may have, in the order of their use. */
  static List<String> mixed(ComparisonQuery query) {
    String name = StorePart.COMPARISONS.folder + "/" + name(query);
    List<String> names = new ArrayList<>();
    for (int number = 1; number <= MOST_MIXED; number++) {
      names.add(name + ".mix" + number + MESSAGE_PACK);
    }
    return names;
  }

  /** The name of a comparison, whose extension depends on the form of its payload. */
  public static String comparison(ComparisonQuery query, Payload payload) {
    return comparisons(query).get(PayloadForm.of(payload.bytes()) == PayloadForm.JSON ? 1 : 0);
  }

  /** The query that a file answers, from its name; empty if it is not named as a comparison. */
  public static Optional<ComparisonQuery> queryOf(Path file) {
    Matcher name = COMPARISON.matcher(String.valueOf(file.getFileName()));
    String metric = name.matches() ? SiteUrl.decoded(name.group("metric")) : "";
    return metric.isBlank()
        ? Optional.empty()
        : Optional.of(
            new ComparisonQuery(
                new Bound(SiteUrl.decoded(name.group("start"))),
                new Bound(SiteUrl.decoded(name.group("end"))),
                new Metric(metric)));
  }

  private static String name(ComparisonQuery query) {
    return encoded(query.start().value())
        + ".."
        + encoded(query.end().value())
        + "."
        + encoded(query.metric().name()).replace(".", "%2E");
  }

  private static String encoded(String part) {
    return URLEncoder.encode(part, StandardCharsets.UTF_8)
        .replace("%3A", ":")
        .replace("..", "%2E%2E");
  }
}
