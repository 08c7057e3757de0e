package dev.perftriage.log.check;

import dev.perftriage.log.LogTable;
import dev.perftriage.log.SourceEdit;
import dev.perftriage.log.SummaryFigures;
import dev.perftriage.log.SummaryFigures.Range;
import dev.perftriage.log.TriageLog;
import dev.perftriage.report.SummaryRow.RowKind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Rules for the rows of a table: that none is missing, their labels, and what All sums up. */
final class RowRules {

  static final List<LogRule> RULES =
      List.of(
          LogRule.finding(
              "table-all",
              "mean or range of All that differs from the rows above it",
              log -> log.tables().flatMap(table -> wrongAll(table, log.countsFromZero(table)))),
          LogRule.finding(
              "table-row",
              "row of a table missing or there twice, or a table missing",
              RowRules::missingRows),
          LogRule.repairing(
              "table-label", "label of a table without its symbol", RowRules::damaged));

  /** What rounding of the printed figures can amount to, in percentage points. */
  private static final BigDecimal ROUNDING = new BigDecimal("0.1");

  /** A label with the symbol between its name and its category. */
  private static final Pattern LABEL =
      Pattern.compile(
          "\\|[ \\t]*(Regressions|Improvements|All)[ \\t]+([^|<(\\n]*?)[ \\t]*"
              + "(?:<br ?/?>[ \\t]*)?\\((?:primary|secondary)\\)");

  /** The symbols of logs until August 2022. */
  private static final Pattern FORMER_SYMBOL = Pattern.compile("😿|🎉");

  private RowRules() {}

  /**
   * What is wrong with the figures of All.
   *
   * @param fromZero whether counts include test cases that no mean does, so that the counts do not
   *     say how much each mean weighs
   */
  private static Stream<Violation> wrongAll(LogTable table, boolean fromZero) {
    List<SummaryFigures> primary =
        Stream.of(RowKind.PRIMARY_REGRESSIONS, RowKind.PRIMARY_IMPROVEMENTS)
            .flatMap(kind -> table.figures(kind).stream())
            .filter(row -> row.count() > 0)
            .toList();
    return table.figures(RowKind.PRIMARY_ALL).stream()
        .filter(all -> !primary.isEmpty())
        .flatMap(
            all ->
                Stream.of(
                        fromZero ? Optional.<String>empty() : wrongMean(all, primary),
                        wrongRange(all, primary))
                    .flatMap(Optional::stream)
                    .map(words -> new Violation(all.line(), "All (primary): the " + words)));
  }

  private static Optional<String> wrongMean(SummaryFigures all, List<SummaryFigures> rows) {
    if (rows.stream().anyMatch(row -> row.mean().isEmpty())) {
      return Optional.empty();
    }
    BigDecimal sum =
        rows.stream()
            .map(row -> row.mean().orElseThrow().multiply(BigDecimal.valueOf(row.count())))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    int count = rows.stream().mapToInt(SummaryFigures::count).sum();
    BigDecimal mean = sum.divide(BigDecimal.valueOf(count), 3, RoundingMode.HALF_EVEN);
    BigDecimal tolerance = rows.size() == 1 ? BigDecimal.ZERO : ROUNDING;
    return all.mean()
        .filter(stated -> stated.subtract(mean).abs().compareTo(tolerance) > 0)
        .map(
            stated ->
                "mean is %s%%, but the rows above give %s%%"
                    .formatted(stated, mean.setScale(1, RoundingMode.HALF_EVEN)));
  }

  private static Optional<String> wrongRange(SummaryFigures all, List<SummaryFigures> rows) {
    List<Range> ranges = rows.stream().flatMap(row -> row.range().stream()).toList();
    if (ranges.size() < rows.size()) {
      return Optional.empty();
    }
    Range whole =
        new Range(
            ranges.stream().map(Range::smallest).min(BigDecimal::compareTo).orElseThrow(),
            ranges.stream().map(Range::largest).max(BigDecimal::compareTo).orElseThrow());
    return all.range()
        .filter(stated -> stated.isOrdered() && !isSame(stated, whole))
        .map(
            stated ->
                "range is %s, but the rows above reach over %s"
                    .formatted(stated.words(), whole.words()));
  }

  private static boolean isSame(Range one, Range other) {
    return one.smallest().compareTo(other.smallest()) == 0
        && one.largest().compareTo(other.largest()) == 0;
  }

  private static Stream<Violation> missingRows(TriageLog log) {
    Stream<Violation> rows =
        log.tables()
            .filter(table -> table.layout() != LogTable.Layout.COLUMNS)
            .flatMap(table -> wrongRows(log, table));
    return Stream.concat(missingTables(log), rows);
  }

  private static Stream<Violation> missingTables(TriageLog log) {
    List<LogTable> tables = log.tables().toList();
    if (tables.isEmpty()) {
      return Stream.empty();
    }
    boolean hasSummary =
        !log.summary().isEmpty() || tables.get(0).layout() == LogTable.Layout.COLUMNS;
    Stream<Violation> summary =
        hasSummary ? Stream.empty() : Stream.of(new Violation(1, "no summary table"));
    Stream<Violation> entries =
        log.entries().stream()
            .filter(entry -> entry.tables().isEmpty() && entry.comparison().isPresent())
            .map(entry -> new Violation(entry.line(), entry.name() + " has no table"));
    return Stream.concat(summary, entries);
  }

  private static Stream<Violation> wrongRows(TriageLog log, LogTable table) {
    return Arrays.stream(RowKind.values())
        .flatMap(kind -> wrongRow(table, kind).stream())
        .map(what -> new Violation(log.line(table.lines().start()), "the table has " + what));
  }

  private static Optional<String> wrongRow(LogTable table, RowKind kind) {
    long rows = table.rows().stream().filter(row -> row.kind() == kind).count();
    boolean isPrimary = kind.category().equals("primary");
    String name = kind.label() + " (" + kind.category() + ")";
    if (rows == 0 && (isPrimary || showsSecondary(table))) {
      return Optional.of("no row " + name);
    }
    return Optional.of("the row " + name + " twice").filter(words -> rows > 1);
  }

  /** Whether a table is not one of runtime benchmarks, which are all primary. */
  private static boolean showsSecondary(LogTable table) {
    return table.rows().stream().anyMatch(row -> row.kind().category().equals("secondary"));
  }

  private static Stream<Violation> damaged(TriageLog log) {
    Matcher label = LABEL.matcher(log.source().text());
    return label
        .results()
        .filter(found -> !found.group(2).equals(symbol(found.group(1))))
        .filter(found -> !FORMER_SYMBOL.matcher(found.group(2)).find())
        .map(found -> violation(log, found));
  }

  private static Violation violation(TriageLog log, MatchResult label) {
    boolean addsSpace = label.group(2).isEmpty();
    SourceEdit edit =
        new SourceEdit(
            label.start(2), label.end(2), symbol(label.group(1)) + (addsSpace ? " " : ""));
    return new Violation(
        log.line(label.start()),
        addsSpace
            ? "the label '%s' lacks its symbol".formatted(label.group(1))
            : "'%s' instead of the symbol of '%s'".formatted(label.group(2), label.group(1)),
        List.of(edit));
  }

  private static String symbol(String label) {
    return switch (label) {
      case "Regressions" -> "❌";
      case "Improvements" -> "✅";
      default -> "❌✅";
    };
  }
}
