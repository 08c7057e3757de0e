package dev.perftriage.report.prose;

import dev.perftriage.analysis.profile.QueryRanking;
import dev.perftriage.model.TestCase;
import dev.perftriage.model.profile.CompileSections;
import dev.perftriage.model.profile.CompileSections.Section;
import dev.perftriage.model.profile.ProfileRequest;
import dev.perftriage.model.profile.QueryChange;
import dev.perftriage.model.profile.QueryFigures;
import dev.perftriage.model.profile.SelfProfile;
import dev.perftriage.model.profile.SizeChange;
import dev.perftriage.report.Numbers;
import dev.perftriage.report.ProfiledCase;
import dev.perftriage.report.prose.Markup.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How self-profiles read: figures with their sign, sentences and the names of sections. */
public final class ProfileWords {

  /** How far the figures can be trusted. */
  public static final String RELIABILITY =
      "Invocations and cache hits are exact. Times are those of one run, so small changes of them"
          + " are noise.";

  private static final double NANOSECONDS_PER_HUNDREDTH = 1e4;
  private static final double HUNDREDTHS = 100;

  /** How many queries one line names. */
  private static final int MOST_ON_A_LINE = 2;

  private ProfileWords() {}

  /** A change of a count, such as {@code +480}. */
  public static String count(long change) {
    return signed(change, Numbers.value((double) change));
  }

  /** A change of a time in nanoseconds, such as {@code +45.51 ms}. */
  public static String time(long change) {
    double milliseconds = Math.rint((double) change / NANOSECONDS_PER_HUNDREDTH) / HUNDREDTHS;
    return milliseconds == 0 ? "0 ms" : signed(change, Numbers.value(milliseconds) + " ms");
  }

  /** A relative change, such as {@code +3.1%}; {@code new} from nothing. */
  public static String relative(long before, long after) {
    if (before == 0) {
      return after == 0 ? Numbers.NONE : "new";
    }
    long change = after - before;
    return signed(change, Numbers.percent((double) change / (double) before));
  }

  /** A part of the whole change; {@code -} if the whole did not change. */
  public static String share(long part, long whole) {
    OptionalDouble share = QueryRanking.share(part, whole);
    return share.isPresent() ? Numbers.percent(share.getAsDouble()) : Numbers.NONE;
  }

  private static String signed(long change, String number) {
    return change > 0 ? "+" + number : number;
  }

  /** What its queries say about a test case in one line; empty without a self-profile. */
  public static Optional<Phrase> line(ProfiledCase profiled) {
    return profiled
        .profile()
        .map(
            profile ->
                markup ->
                    "In %s: %s"
                        .formatted(
                            markup.code(profiled.request().testCase().toString()),
                            queries(profile, markup)));
  }

  private static String queries(SelfProfile profile, Markup markup) {
    List<QueryChange> largest = new QueryRanking(profile).largest();
    return largest.isEmpty()
        ? "no query changed"
        : largest.stream()
            .limit(MOST_ON_A_LINE)
            .map(query -> query(query, markup))
            .collect(Collectors.joining("; "));
  }

  /**
   * A query with its parts of the whole change, such as {@code `typeck` +480 invocations (53.0%),
   * +45.51 ms self time (+3.1%)}.
   */
  public static Phrase query(QueryChange query, QueryFigures whole) {
    QueryFigures change = query.change();
    return markup ->
        "%s %s invocation%s%s, %s self time (%s)"
            .formatted(
                markup.code(query.label()),
                change.invocations() == 0 ? "as many" : count(change.invocations()),
                Math.abs(change.invocations()) == 1 ? "" : "s",
                change.invocations() == 0 || whole.invocations() == 0
                    ? ""
                    : " (" + share(change.invocations(), whole.invocations()) + " of the change)",
                time(change.selfTime()),
                relative(query.before().selfTime(), query.after().selfTime()));
  }

  /** {@code `typeck` +3.1% time, +480 invocations}. */
  private static String query(QueryChange query, Markup markup) {
    long invocations = query.change().invocations();
    return "%s %s time, %s invocation%s"
        .formatted(
            markup.code(query.label()),
            relative(query.before().selfTime(), query.after().selfTime()),
            invocations == 0 ? "as many" : count(invocations),
            Math.abs(invocations) == 1 ? "" : "s");
  }

  /** The shares of the sections before and after, in the order of the later compilation. */
  public static Phrase sections(CompileSections sections) {
    return markup ->
        Stream.concat(sections.after().stream(), sections.before().stream())
            .map(Section::name)
            .distinct()
            .map(
                name ->
                    "%s %s to %s"
                        .formatted(
                            markup.words(name.toLowerCase(Locale.ROOT)),
                            share(name, sections.before()),
                            share(name, sections.after())))
            .collect(Collectors.joining(", "));
  }

  private static String share(String name, List<Section> sections) {
    return sections.stream()
        .filter(section -> section.name().equals(name))
        .map(section -> Numbers.percent(section.share()))
        .findFirst()
        .orElse(Numbers.NONE);
  }

  /** The sizes that changed; empty if none was measured. */
  public static Optional<Phrase> sizes(SelfProfile profile) {
    List<SizeChange> sizes = profile.sizes();
    if (sizes.isEmpty()) {
      return Optional.empty();
    }
    List<SizeChange> changed =
        sizes.stream().filter(size -> size.before() != size.after()).toList();
    return Optional.of(
        changed.isEmpty()
            ? Phrase.of(
                sizes.size() == 1
                    ? "1 artifact, as large as before"
                    : sizes.size() + " artifacts, each as large as before")
            : markup ->
                changed.stream()
                    .map(
                        size ->
                            "%s %s to %s (%s)"
                                .formatted(
                                    markup.code(size.label()),
                                    Numbers.size(size.before()),
                                    Numbers.size(size.after()),
                                    relative(size.before(), size.after())))
                    .collect(Collectors.joining(", ")));
  }

  /**
   * The command that measures a test case by both compilers again, in a clone of rustc-perf; empty
   * if a name is none that a shell takes as one word.
   */
  public static Optional<String> cachegrind(ProfileRequest request) {
    TestCase testCase = request.testCase();
    List<String> words = new ArrayList<>();
    words.add("cargo build");
    option(words, "release");
    words.add("-p collector && ./target/release/collector profile_local cachegrind");
    words.add("+" + request.before());
    option(words, "rustc2", "+" + request.after());
    option(words, "exact-match", testCase.benchmark());
    option(words, "profiles", argument(testCase.profile()));
    option(words, "scenarios", argument(testCase.scenarioKind()));
    if (!testCase.backend().equals(TestCase.DEFAULT_BACKEND)) {
      option(words, "backends", argument(testCase.backend()));
    }
    return Stream.of(
                request.before().text(),
                request.after().text(),
                testCase.benchmark(),
                testCase.profile(),
                testCase.scenarioKind(),
                testCase.backend())
            .allMatch(name -> name.matches("[A-Za-z0-9._+-]+"))
        ? Optional.of(String.join(" ", words))
        : Optional.empty();
  }

  private static void option(List<String> words, String... option) {
    words.add("-" + "-" + String.join(" ", option));
  }

  /** The collector's name for the site's: {@code IncrFull} for {@code incr-full}. */
  private static String argument(String name) {
    return Stream.of(name.split("-", -1))
        .map(
            part ->
                part.isEmpty()
                    ? ""
                    : part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1))
        .collect(Collectors.joining());
  }
}
