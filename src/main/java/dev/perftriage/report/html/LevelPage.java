package dev.perftriage.report.html;

import dev.perftriage.analysis.noise.CaseLevels.Step;
import dev.perftriage.model.MetricUnit;
import dev.perftriage.model.PullRef;
import dev.perftriage.report.Figure;
import dev.perftriage.report.LevelReport;
import dev.perftriage.report.LevelReport.CaseLine;
import dev.perftriage.report.LevelReport.Point;
import dev.perftriage.report.Numbers;
import dev.perftriage.report.prose.LevelSentences;
import dev.perftriage.report.prose.Markup;
import java.util.List;
import java.util.Optional;

/**
 * The content of a page about the levels of test cases, as plain text: the template escapes it.
 *
 * @param figure the chart of all test cases
 */
public record LevelPage(String title, Figure figure, List<CaseSection> sections) {

  public LevelPage {
    sections = List.copyOf(sections);
  }

  /** The page of a report. */
  public static LevelPage of(LevelReport report, Figure figure) {
    return new LevelPage(
        "History by " + report.metric().name(),
        figure,
        report.cases().stream().map(line -> section(line, report)).toList());
  }

  private static CaseSection section(CaseLine line, LevelReport report) {
    LevelSentences sentences = new LevelSentences(line);
    return new CaseSection(
        line.testCase().toString(),
        sentences.scope().in(Markup.NONE),
        sentences.outcome().in(Markup.NONE),
        line.levels().notable().stream().map(step -> row(step, line, report)).toList());
  }

  private static StepRow row(Step step, CaseLine line, LevelReport report) {
    Point point = line.at(step);
    MetricUnit unit = MetricUnit.of(report.metric(), line.testCase());
    return new StepRow(
        Markup.NONE.merge(point.merge()),
        Optional.ofNullable(point.merge().pr()).map(pr -> new PullRef(pr).address()),
        point.day().map(Object::toString).orElse(Numbers.NONE),
        LevelSentences.change(step),
        Numbers.value(step.before(), unit),
        Numbers.value(step.after(), unit),
        new LevelSentences(line).verdict(step),
        report.title(point.merge()).orElse(""));
  }

  /**
   * One test case.
   *
   * @param scope what its values are
   * @param outcome since when its level is what it is
   */
  public record CaseSection(String name, String scope, String outcome, List<StepRow> steps) {

    public CaseSection {
      steps = List.copyOf(steps);
    }
  }

  /**
   * One step.
   *
   * @param address of the pull request; empty if there is none
   */
  public record StepRow(
      String merge,
      Optional<String> address,
      String day,
      String change,
      String before,
      String after,
      String verdict,
      String title) {}
}
