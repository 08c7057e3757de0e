package dev.perftriage.report.text;

import dev.perftriage.analysis.noise.CaseLevels.Step;
import dev.perftriage.model.MetricUnit;
import dev.perftriage.report.LevelReport;
import dev.perftriage.report.LevelReport.CaseLine;
import dev.perftriage.report.LevelReport.Point;
import dev.perftriage.report.Numbers;
import dev.perftriage.report.PlainText;
import dev.perftriage.report.VerdictMark;
import dev.perftriage.report.document.Table.TableColumn;
import dev.perftriage.report.document.Table.TableRow.Tone;
import dev.perftriage.report.prose.LevelSentences;
import dev.perftriage.report.prose.Markup;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The levels of test cases for a terminal. */
public final class TextLevels {

  /** The width of plots in a file or a pipe. */
  private static final int USUAL_WIDTH = 80;

  /** With more steps, a reader looks at the chart. */
  private static final int MOST_STEPS = 20;

  /** From this width on, the levels have columns; titles matter more. */
  private static final int WITH_LEVELS = 110;

  private static final List<TableColumn> COLUMNS =
      List.of(
          TableColumn.label("merge"),
          TableColumn.label("date"),
          TableColumn.number("step"),
          TableColumn.label("verdict"),
          TableColumn.name("title"));

  private static final List<TableColumn> WIDE_COLUMNS =
      Stream.concat(
              COLUMNS.stream(),
              Stream.of(TableColumn.number("before"), TableColumn.number("after")))
          .toList();

  private final LevelReport report;
  private final TextStyle style;
  private final StringBuilder out = new StringBuilder();

  private TextLevels(LevelReport report, TextStyle style) {
    this.report = report;
    this.style = style;
  }

  /** All test cases with plots and steps; every line ends with a newline. */
  public static String render(LevelReport report, TextStyle style) {
    TextLevels text = new TextLevels(report, style);
    for (CaseLine line : report.cases()) {
      text.out.append(text.out.isEmpty() ? "" : "\n");
      text.write(line);
    }
    if (report.moreCases() > 0) {
      text.out.append('\n');
      text.out.append(style.wrapped(moreCases(report)));
    }
    return text.out.toString();
  }

  /**
   * The merges of the last lasting steps alone, one line for each test case: merge, SHA, day and
   * size, and the test case where there are several.
   */
  public static String renderSince(LevelReport report) {
    return report.cases().stream()
        .map(line -> since(report, line) + '\n')
        .collect(Collectors.joining());
  }

  private static String since(LevelReport report, CaseLine line) {
    String name =
        report.cases().size() > 1 ? PlainText.onOneLine(line.testCase().toString()) + ": " : "";
    Optional<Step> lasting = line.levels().lastLasting();
    return name
        + lasting
            .map(
                step ->
                    "%s %s %s"
                        .formatted(
                            LevelSentences.named(line.at(step), Markup.SHORT_LINE),
                            line.at(step).merge().sha(),
                            LevelSentences.change(step)))
            .orElseGet(() -> new LevelSentences(line).outcome().in(Markup.SHORT_LINE));
  }

  private static String moreCases(LevelReport report) {
    return "%s selected as well %s not shown."
        .formatted(
            Numbers.counted(report.moreCases(), "test case"),
            report.moreCases() == 1 ? "is" : "are");
  }

  private void write(CaseLine line) {
    LevelSentences sentences = new LevelSentences(line);
    String name = PlainText.onOneLine(line.testCase() + ", " + report.metric().name());
    out.append(style.bold(name)).append('\n');
    out.append(style.wrapped(sentences.scope().in(Markup.SHORT_LINE)));
    int width = style.width() == TextStyle.UNLIMITED ? USUAL_WIDTH : style.width();
    out.append(new BraillePlot(line, width).render());
    out.append(style.wrapped(sentences.outcome().in(Markup.SHORT_LINE)));
    List<Step> steps = line.levels().notable();
    List<Step> shown = steps.subList(Math.max(0, steps.size() - MOST_STEPS), steps.size());
    if (shown.isEmpty()) {
      return;
    }
    TextTable table = new TextTable(isWide() ? WIDE_COLUMNS : COLUMNS);
    shown.forEach(step -> table.row(style.paint(tone(step)), cells(line, step)));
    out.append('\n').append(table.render(style));
    int more = steps.size() - shown.size();
    if (more > 0) {
      out.append(
          style.wrapped(
              Numbers.counted(more, "earlier step")
                  + (more == 1 ? " is" : " are")
                  + " not shown."));
    }
  }

  private static Tone tone(Step step) {
    if (step.verdict().isNoise()) {
      return Tone.PLAIN;
    }
    return step.change() > 0 ? Tone.REGRESSION : Tone.IMPROVEMENT;
  }

  private boolean isWide() {
    return style.width() >= WITH_LEVELS;
  }

  private List<String> cells(CaseLine line, Step step) {
    Point point = line.at(step);
    MetricUnit unit = MetricUnit.of(report.metric(), line.testCase());
    List<String> cells =
        new ArrayList<>(
            List.of(
                Markup.SHORT_LINE.merge(point.merge()),
                point.day().map(Object::toString).orElse(Numbers.NONE),
                LevelSentences.change(step),
                style.mark(VerdictMark.of(step.verdict())) + new LevelSentences(line).verdict(step),
                report.title(point.merge()).map(PlainText::onOneLine).orElse("")));
    if (isWide()) {
      cells.add(Numbers.value(step.before(), unit));
      cells.add(Numbers.value(step.after(), unit));
    }
    return cells;
  }
}
