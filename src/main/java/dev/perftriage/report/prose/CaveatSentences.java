package dev.perftriage.report.prose;

import dev.perftriage.analysis.MeasuredCases;
import dev.perftriage.analysis.caveat.Caveat;
import dev.perftriage.analysis.caveat.Caveat.BenchmarksChanged;
import dev.perftriage.analysis.caveat.Caveat.DefaultThresholds;
import dev.perftriage.analysis.caveat.Caveat.MergesBetween;
import dev.perftriage.analysis.caveat.Caveat.NothingComparable;
import dev.perftriage.analysis.caveat.Caveat.RandomTargets;
import dev.perftriage.analysis.caveat.Caveat.Reason;
import dev.perftriage.analysis.caveat.Caveat.Recomputed;
import dev.perftriage.analysis.caveat.Caveat.Repeated;
import dev.perftriage.analysis.caveat.ScopedCaveat;
import dev.perftriage.model.Merge;
import dev.perftriage.model.TestCase;
import dev.perftriage.report.Numbers;
import dev.perftriage.report.prose.Markup.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Sentences about how far figures and verdicts can be trusted, the same in every format. */
public final class CaveatSentences {

  /** The maximum number of named benchmarks. */
  private static final int MOST_NAMES = 8;

  /** The maximum number of named merges. */
  private static final int MOST_MERGES = 3;

  private CaveatSentences() {}

  /** A caveat, after what it applies to: {@code By max-rss, #1: …}. */
  public static Phrase of(ScopedCaveat scoped) {
    return markup -> {
      List<String> scope = new ArrayList<>();
      if (scoped.metric().isNoisy()) {
        scope.add("by " + markup.code(scoped.metric().name()));
      }
      if (!scoped.target().isEmpty() && !scoped.target().equals(TestCase.DEFAULT_TARGET)) {
        scope.add("on " + markup.code(scoped.target()));
      }
      if (scoped.wholeRange()) {
        scope.add("whole range");
      }
      if (!scoped.merges().isEmpty()) {
        scope.add(merges(scoped.merges(), markup));
      }
      String sentence = of(scoped.caveat()).in(markup);
      return scope.isEmpty()
          ? sentence
          : SummarySentences.capitalized(String.join(", ", scope)) + ": " + sentence;
    };
  }

  private static String merges(List<Merge> merges, Markup markup) {
    if (merges.size() > MOST_MERGES) {
      return "%s comparisons from %s to %s"
          .formatted(
              merges.size(),
              markup.merge(merges.get(0)),
              markup.merge(merges.get(merges.size() - 1)));
    }
    return merges.stream().map(markup::merge).collect(Collectors.joining(", "));
  }

  /** A caveat of the comparison at hand. */
  public static Phrase of(Caveat caveat) {
    if (caveat instanceof DefaultThresholds byDefault) {
      return markup -> thresholds(byDefault, markup);
    } else if (caveat instanceof MergesBetween between) {
      return markup ->
          "%s and %s are not adjacent on master; the site's thresholds are meant for single merges."
              .formatted(
                  markup.code(between.before().shortCommit()),
                  markup.code(between.after().shortCommit()));
    } else if (caveat instanceof NothingComparable nothing) {
      return Phrase.of(
          "Nothing could be compared: "
              + switch (nothing.testCases()) {
                case 0 -> "no test case was measured.";
                case 1 -> "the only test case has no relative change.";
                default -> "none of " + nothing.testCases() + " test cases has a relative change.";
              });
    } else if (caveat instanceof RandomTargets random) {
      return markup -> randomTargets(random, markup);
    } else if (caveat instanceof Repeated repeated) {
      return markup -> repeated(repeated.testCases(), markup);
    } else if (caveat instanceof BenchmarksChanged changed) {
      return markup -> benchmarks(changed, markup);
    }
    throw new IllegalStateException("a caveat without a sentence: " + caveat);
  }

  private static String randomTargets(RandomTargets random, Markup markup) {
    List<String> known =
        random.mix().known().entrySet().stream()
            .map(target -> target.getValue() + " on " + markup.code(target.getKey()))
            .toList();
    return """
    The site answers each test case on a random one of its targets: of %s, %s are known%s; \
    figures may differ when it is asked again.\
    """
        .formatted(
            Numbers.counted(random.mix().testCases(), "test case"),
            String.join(" and ", known),
            random.isLeast() ? " where the fewest are" : "");
  }

  private static String thresholds(DefaultThresholds byDefault, Markup markup) {
    boolean all = byDefault.benchmarks().isEmpty();
    return """
    The site judged %s by its default threshold of %s, not by their usual spread, because %s; \
    what it calls relevant may be noise%s.\
    """
        .formatted(
            all ? "all test cases" : "the test cases of " + names(byDefault.benchmarks(), markup),
            Numbers.percent(MeasuredCases.DEFAULT_THRESHOLD),
            reason(byDefault.reason(), all ? "no data" : "no value of theirs", markup),
            byDefault.recomputed().map(CaveatSentences::recomputed).orElse(""));
  }

  /** What the site's rule says of the changes, as the end of a sentence. */
  private static String recomputed(Recomputed recomputed) {
    if (recomputed.unknown() == recomputed.judged()) {
      return ": too few values before are known to apply its own rule";
    }
    return ": by its own rule and the values that are known, %s of %s %s relevant%s"
        .formatted(
            recomputed.relevant(),
            Numbers.counted(recomputed.judged(), "such change"),
            recomputed.relevant() == 1 ? "is" : "are",
            recomputed.unknown() == 0
                ? ""
                : ", and " + recomputed.unknown() + " cannot be judged by it");
  }

  private static String reason(Reason reason, String lack, Markup markup) {
    if (reason instanceof Reason.Hole hole) {
      return "%s, one of the 30 merges before, has %s%s"
          .formatted(
              markup.merge(hole.hole()),
              lack,
              hole.mergesLeft() == 0
                  ? ""
                  : ", which affects %s more"
                      .formatted(Numbers.counted(hole.mergesLeft(), "merge")));
    } else if (reason instanceof Reason.Release) {
      return "the earlier artifact is a release";
    } else if (reason instanceof Reason.TryBuild) {
      return "the earlier artifact is a try build";
    }
    return "one of the 30 merges before has " + lack + " (it is not known which)";
  }

  private static String repeated(List<TestCase> testCases, Markup markup) {
    return """
    %s %s several results that nothing tells apart: %s. All are listed and counted, as on the site, \
    but they have no history.\
    """
        .formatted(
            Numbers.counted(testCases.size(), "test case"),
            testCases.size() == 1 ? "has" : "have",
            names(testCases.stream().map(TestCase::toString).toList(), markup));
  }

  private static String benchmarks(BenchmarksChanged changed, Markup markup) {
    String names = names(changed.benchmarks(), markup);
    boolean one = changed.benchmarks().size() == 1;
    return switch (changed.change()) {
      case NEWLY_FAILING -> names + (one ? " newly fails." : " newly fail.");
      case FIXED -> names + " failed before and " + (one ? "is" : "are") + " measured again.";
      case RETURNED -> names + (one ? " is" : " are") + " measured again.";
      case APPEARED ->
          names + (one ? " is" : " are") + " measured for the first time in the range.";
      case GONE -> names + (one ? " is" : " are") + " no longer measured; no error is known.";
      case OTHER_ERRORS ->
          "The site reports new errors of %s, which it does not list as %s."
              .formatted(names, one ? "a benchmark" : "benchmarks");
    };
  }

  /** {@code a, b and c}, or {@code a, b and 5 more}. */
  private static String names(List<String> names, Markup markup) {
    int named = names.size() > MOST_NAMES ? MOST_NAMES : names.size() - 1;
    String last =
        names.size() > MOST_NAMES
            ? names.size() - MOST_NAMES + " more"
            : markup.code(names.get(names.size() - 1));
    String first = names.stream().limit(named).map(markup::code).collect(Collectors.joining(", "));
    return first.isEmpty() ? last : first + " and " + last;
  }
}
