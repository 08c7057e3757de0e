package dev.perftriage.report.prose;

import dev.perftriage.analysis.TestCaseChange;
import dev.perftriage.analysis.unexplained.Contribution;
import dev.perftriage.analysis.unexplained.Unexplained;
import dev.perftriage.analysis.unexplained.UnexplainedChanges;
import dev.perftriage.analysis.unexplained.UnlistedMerge;
import dev.perftriage.model.Merge;
import dev.perftriage.model.Metric;
import dev.perftriage.model.TestCase;
import dev.perftriage.report.Numbers;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Sentences about what the figures of a range have that no entry says. */
public final class UnexplainedSentences {

  /** The heading above the sentences. */
  public static final String HEADING = "Not explained by the entries";

  /** The maximum number of merges named for one metric and target. */
  private static final int MOST_MERGES = 10;

  private UnexplainedSentences() {}

  /** A text of one or more sentences for each metric, target and direction. */
  public static List<String> all(Unexplained unexplained, Markup markup) {
    List<String> all = new ArrayList<>();
    unexplained.changes().forEach(changes -> all.add(of(changes, markup)));
    Map<String, List<UnlistedMerge>> merges = new LinkedHashMap<>();
    for (UnlistedMerge merge : unexplained.merges()) {
      merges
          .computeIfAbsent(
              by(merge.summary().metric(), merge.target(), markup), key -> new ArrayList<>())
          .add(merge);
    }
    merges.forEach((by, some) -> all.add(unlisted(by, some, markup)));
    return all;
  }

  /** What changed by one metric on one target, and the merges that contributed to it. */
  public static String of(UnexplainedChanges unexplained, Markup markup) {
    List<String> sentences = new ArrayList<>();
    sentences.add(changes(unexplained, markup));
    if (!unexplained.contributions().isEmpty()) {
      sentences.add(
          unexplained.contributions().stream()
              .map(contribution -> contribution(contribution, markup))
              .collect(Collectors.joining(", ", "Largest contributions: ", ".")));
    }
    if (unexplained.notCompared() > 0) {
      sentences.add(
          "%s not compared by this metric."
              .formatted(
                  unexplained.notCompared() == 1
                      ? "1 merge was"
                      : unexplained.notCompared() + " merges were"));
    }
    return String.join(" ", sentences);
  }

  private static String changes(UnexplainedChanges unexplained, Markup markup) {
    List<TestCaseChange> changes = unexplained.changes();
    TestCaseChange largest = changes.get(0);
    String name = markup.code(largest.testCase().toString());
    String by = by(unexplained.metric(), unexplained.target(), markup);
    String why =
        unexplained.isShown()
            ? "and the entries explain less than half of it"
            : "which the entries do not show";
    if (changes.size() == 1) {
      return "%s, %s changed by %s over the whole range, %s."
          .formatted(by, name, Numbers.percent(largest.change()), why);
    }
    return "%s, %s test cases %s over the whole range, %s; the largest is %s."
        .formatted(by, changes.size(), changed(changes), why, name);
  }

  /** How several test cases changed; those from zero are in no average. */
  private static String changed(List<TestCaseChange> changes) {
    DoubleSummaryStatistics size =
        changes.stream()
            .filter(change -> !change.isFromZero())
            .mapToDouble(TestCaseChange::change)
            .summaryStatistics();
    long fromZero = changes.size() - size.getCount();
    return size.getCount() == 0
        ? "grew from zero"
        : "changed by %s on average %s%s"
            .formatted(
                Numbers.percent(size.getAverage()),
                Numbers.range(size.getMin(), size.getMax()),
                fromZero == 0 ? "" : " without the %s from zero".formatted(fromZero));
  }

  private static String contribution(Contribution contribution, Markup markup) {
    return "%s (%s)"
        .formatted(markup.merge(contribution.merge()), Numbers.finePercent(contribution.change()));
  }

  /** {@code By max-rss, #1 deserves attention but is no entry: …}. */
  private static String unlisted(String by, List<UnlistedMerge> merges, Markup markup) {
    String more =
        merges.size() > MOST_MERGES ? "; and " + (merges.size() - MOST_MERGES) + " more" : "";
    return merges.stream()
        .limit(MOST_MERGES)
        .map(merge -> unlisted(merge, markup))
        .collect(
            Collectors.joining(
                "; ",
                by
                    + (merges.size() == 1
                        ? ", a merge deserves attention that is no entry: "
                        : ", merges deserve attention that are no entries: "),
                more + "."));
  }

  private static String unlisted(UnlistedMerge unlisted, Markup markup) {
    Merge merge = new Merge(unlisted.summary().after().commit(), unlisted.summary().after().pr());
    return "%s (%s)"
        .formatted(markup.merge(merge), SummarySentences.line(Optional.of(unlisted.summary())));
  }

  private static String by(Metric metric, String target, Markup markup) {
    return "By "
        + markup.code(metric.name())
        + (target.equals(TestCase.DEFAULT_TARGET) ? "" : " on " + markup.code(target));
  }
}
