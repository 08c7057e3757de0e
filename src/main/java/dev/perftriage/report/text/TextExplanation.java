package dev.perftriage.report.text;

import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.analysis.TestCaseChange;
import dev.perftriage.analysis.caveat.Caveat;
import dev.perftriage.analysis.noise.EntryVerdict;
import dev.perftriage.analysis.noise.JudgedChange;
import dev.perftriage.analysis.noise.MeasuredSeries;
import dev.perftriage.analysis.noise.MergeVerdicts;
import dev.perftriage.analysis.noise.NoiseEvidence;
import dev.perftriage.model.Artifact;
import dev.perftriage.model.MetricUnit;
import dev.perftriage.model.PullRef;
import dev.perftriage.model.PullRequest;
import dev.perftriage.model.SiteUrl;
import dev.perftriage.model.TestCase;
import dev.perftriage.report.Annotations;
import dev.perftriage.report.CaseScale;
import dev.perftriage.report.Numbers;
import dev.perftriage.report.PlainText;
import dev.perftriage.report.VerdictMark;
import dev.perftriage.report.document.Table.TableRow.Tone;
import dev.perftriage.report.prose.CaveatSentences;
import dev.perftriage.report.prose.CulpritSentences;
import dev.perftriage.report.prose.Markup;
import dev.perftriage.report.prose.SummarySentences;
import dev.perftriage.report.prose.VerdictWords;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** All evidence on one merge, for a terminal. */
public final class TextExplanation {

  private static final int MOST_CASES = 8;
  private static final int NAME = 14;
  private static final int RULE = 19;
  private static final int NARROWEST = 20;

  private final Annotations annotations;
  private final MeasuredSeries series;
  private final ComparisonSummary step;
  private final List<Caveat> caveats;
  private final TextStyle style;
  private final StringBuilder out = new StringBuilder();

  private TextExplanation(
      Annotations annotations, ComparisonSummary step, List<Caveat> caveats, TextStyle style) {
    this.annotations = annotations;
    this.series = annotations.verdicts().series();
    this.step = step;
    this.caveats = caveats;
    this.style = style;
  }

  /**
   * The explanation; every line ends with a newline.
   *
   * @param step the comparison of the merge with the one before it
   * @param caveats how far its figures can be trusted
   */
  public static String render(
      Annotations annotations, ComparisonSummary step, List<Caveat> caveats, TextStyle style) {
    return new TextExplanation(annotations, step, caveats, style).render();
  }

  private String render() {
    MergeVerdicts merge = annotations.of(step);
    facts();
    if (merge.changes().isEmpty()) {
      out.append('\n').append(style.wrapped("No relevant changes to explain."));
      return out.toString();
    }
    String verdict = style.bold(merge.verdict().map(EntryVerdict::label).orElse(""));
    String mark = VerdictMark.of(merge).map(style::mark).orElse("");
    fact("verdict", mark + verdict + " (" + VerdictWords.why(merge) + ")");
    withoutNoise(merge);
    annotations
        .rollup(step)
        .map(CulpritSentences::new)
        .map(CulpritSentences::all)
        .orElse(List.of())
        .forEach(sentence -> fact("members", sentence.in(Markup.LINE)));
    List<JudgedChange> changes = VerdictWords.largestFirst(merge);
    changes.stream().limit(MOST_CASES).forEach(this::explain);
    int more = changes.size() - MOST_CASES;
    if (more > 0) {
      String hidden = Numbers.counted(more, "more relevant test case") + " with smaller changes ";
      out.append('\n');
      out.append(style.wrapped(hidden + (more == 1 ? "is" : "are") + " not shown."));
    }
    return out.toString();
  }

  /** What is left without the noise, unless nothing or all is noise. */
  private void withoutNoise(MergeVerdicts merge) {
    Set<TestCase> noise =
        merge.noise().stream()
            .map(judged -> judged.change().testCase())
            .collect(Collectors.toSet());
    if (!noise.isEmpty() && noise.size() < merge.changes().size()) {
      fact("without noise", SummarySentences.rows(step.without(noise)));
    }
  }

  private void facts() {
    Artifact after = step.after();
    Optional<PullRequest> pull = annotations.pull(step);
    Integer pr = after.pr();
    String name = pr == null ? after.shortCommit() : "#" + pr;
    String title = pull.map(some -> " " + PlainText.onOneLine(some.title())).orElse("");
    out.append(style.bold(name + title)).append('\n');
    fact("commit", after.commit().text());
    fact("parent", step.before().commit().text());
    if (pr != null) {
      fact("pull request", new PullRef(pr).address());
    }
    fact("comparison", SiteUrl.comparison(step.before().commit(), after.commit(), step.metric()));
    pull.map(PullRequest::labels)
        .filter(labels -> !labels.isEmpty())
        .ifPresent(labels -> fact("labels", PlainText.onOneLine(String.join(", ", labels))));
    fact(
        "outcome",
        "%s by %s, %s, %s"
            .formatted(
                step.direction().label(),
                PlainText.onOneLine(step.metric().name()),
                Numbers.counted((int) step.relevant().count(), "relevant test case"),
                step.deservesAttention() ? "listed" : "not listed"));
    caveats.forEach(caveat -> fact("caveat", CaveatSentences.of(caveat).in(Markup.LINE)));
  }

  private void fact(String name, String value) {
    out.append(style.faint(padded(name, NAME))).append(hanging(value, NAME));
  }

  private void explain(JudgedChange judged) {
    TestCaseChange change = judged.change();
    NoiseEvidence evidence = judged.evidence();
    out.append(
        "\n%s (%s) %s, %s\n"
            .formatted(
                PlainText.onOneLine(change.testCase().toString()),
                change.category().label(),
                style.paint(Tone.of(change)).apply(VerdictWords.change(change)),
                style.mark(VerdictMark.of(judged.verdict()))
                    + style.bold(VerdictWords.verdict(judged))));
    int merge = Objects.requireNonNull(series.indexOf(step.after().commit()));
    boolean hasLevel = CaseScale.hasLevel(judged);
    if (hasLevel) {
      out.append(new TextPlot(series, judged, merge, style.width()).render(style));
    }
    line(
        "values",
        "%s to %s, threshold %s, %s that, magnitude %s of 5"
            .formatted(
                value(change.result().before()),
                value(change.result().after()),
                Numbers.finePercent(change.result().significanceThreshold()),
                Numbers.factor(change.factor()),
                change.magnitude().number()));
    line(
        "levels",
        "before %s, after %s, later %s; spread %s"
            .formatted(
                value(evidence.levelBefore()),
                value(evidence.levelAfter()),
                value(evidence.levelLater()),
                hasLevel
                    ? Numbers.finePercent(evidence.spread() / evidence.levelBefore())
                    : value(evidence.spread())));
    new VerdictWords(series, step.after().commit()).rules(judged).forEach(this::line);
  }

  private String value(double value) {
    return Numbers.value(value, MetricUnit.of(step.metric()));
  }

  private void line(String name, String words) {
    out.append(padded("  " + name, RULE)).append(hanging(words, RULE));
  }

  private static String padded(String name, int width) {
    return name + " ".repeat(width - name.length());
  }

  /** Wrapped text with every line but the first indented. */
  private String hanging(String words, int indent) {
    String margin = " ".repeat(indent);
    TextStyle narrow = new TextStyle(style.color(), Math.max(NARROWEST, style.width() - indent));
    return narrow.wrapped(words).strip().replace("\n", "\n" + margin) + "\n";
  }
}
