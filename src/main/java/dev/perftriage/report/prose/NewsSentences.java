package dev.perftriage.report.prose;

import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.analysis.TestCaseChange;
import dev.perftriage.model.Merge;
import dev.perftriage.model.PullTimeline;
import dev.perftriage.model.discussion.Mention;
import dev.perftriage.model.discussion.TriagedLabel;
import dev.perftriage.report.Annotations;
import dev.perftriage.report.Numbers;
import dev.perftriage.report.PullNews;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The short sentences on what was said about an entry's pull request. */
public record NewsSentences(Annotations annotations, ComparisonSummary entry, Markup markup) {

  /** The maximum number of named pull requests. */
  private static final int MOST_NAMED = 2;

  /** Obeys commands; it judges nothing itself. */
  private static final String RUSTBOT = "rustbot";

  /**
   * The pull requests that refer to the entry's and speak of a fix or revert: {@code #2 (open):
   * "Fix the regression".} Empty if there are none but those that the values show to be reverts.
   */
  public Optional<String> mentions() {
    Set<Integer> shown =
        annotations.revertedBy(entry).stream()
            .map(Merge::pr)
            .filter(pr -> pr != null)
            .collect(Collectors.toSet());
    List<Mention> mentions =
        annotations.news(entry).stream()
            .flatMap(news -> news.discussion().mentions().stream())
            .filter(mention -> !shown.contains(mention.number()))
            .toList();
    int more = mentions.size() - MOST_NAMED;
    return mentions.isEmpty()
        ? Optional.empty()
        : Optional.of(
            mentions.stream().limit(MOST_NAMED).map(this::mention).collect(Collectors.joining("; "))
                + (more > 0 ? "; and " + more + " more" : "")
                + ".");
  }

  private String mention(Mention mention) {
    return "%s (%s): \"%s\""
        .formatted(
            markup.pull(mention.number()),
            mention.state().name().toLowerCase(Locale.ROOT),
            markup.words(mention.title()));
  }

  /** {@code Before the merge 0.3% on 41, now 0.3% on 38.} Empty without a run before the merge. */
  public Optional<String> beforeMerge() {
    return annotations
        .news(entry)
        .flatMap(PullNews::beforeMerge)
        .map(before -> "Before the merge %s, now %s.".formatted(figures(before), figures(entry)));
  }

  /** {@code 0.3% on 41 and -0.4% on 2}: the means of regressions and improvements. */
  private static String figures(ComparisonSummary summary) {
    String regressions = figures(summary, true);
    String improvements = figures(summary, false);
    return regressions.isEmpty() && improvements.isEmpty()
        ? "nothing relevant"
        : regressions
            + (regressions.isEmpty() || improvements.isEmpty() ? "" : " and ")
            + improvements;
  }

  private static String figures(ComparisonSummary summary, boolean isRegression) {
    List<TestCaseChange> changes =
        summary.relevant().filter(change -> change.isRegression() == isRegression).toList();
    return changes.isEmpty()
        ? ""
        : changes.stream()
                .filter(change -> !change.isFromZero())
                .mapToDouble(TestCaseChange::change)
                .average()
                .stream()
                .mapToObj(Numbers::percent)
                .findFirst()
                .orElse("from zero")
            + " on "
            + changes.size();
  }

  /**
   * Who judged the regression, when and why, in their words and with a link to them; empty if it is
   * not triaged.
   */
  public Optional<String> triaged() {
    return annotations
        .news(entry)
        .flatMap(news -> news.discussion().triaged())
        .map(this::triaged)
        .or(
            () ->
                annotations
                    .pull(entry)
                    .filter(pull -> pull.labels().contains(PullTimeline.TRIAGED))
                    .map(unused -> "Already marked as triaged."));
  }

  /** The address of the comment that judged the regression; empty if none did. */
  public Optional<String> comment() {
    return annotations
        .news(entry)
        .flatMap(news -> news.discussion().triaged())
        .map(TriagedLabel::comment)
        .filter(address -> !address.isEmpty());
  }

  private String triaged(TriagedLabel label) {
    LocalDate day = LocalDate.ofInstant(label.time(), ZoneOffset.UTC);
    if (label.actor().isEmpty() || label.actor().equals(RUSTBOT)) {
      return "Already marked as triaged, on " + day + ".";
    }
    String who = markup.words(label.actor());
    String linked = label.comment().isEmpty() ? who : markup.link(who, label.comment());
    String why =
        label.justification().isEmpty() ? "." : ": \"" + markup.words(label.justification()) + "\"";
    return "Triaged by %s on %s%s".formatted(linked, day, why);
  }
}
