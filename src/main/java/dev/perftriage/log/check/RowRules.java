package dev.perftriage.log.check;

import dev.perftriage.log.LogTable;
import dev.perftriage.log.SourceEdit;
import dev.perftriage.log.SummaryFigures;
import dev.perftriage.log.SummaryFigures.Range;
import dev.perftriage.log.TriageLog;
import dev.perftriage.report.SummaryRow.RowKind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rules for the rows of a table: that none is missing, their labels, and what All sums up. */
final class RowRules {

  static final List<LogRule> RULES =
      List.of(
          LogRule.finding(
              "table-all",
              "mean or range of All that differs from the rows above it",
              log -> log.tables().flatMap(RowRules::wrongAll)),
          LogRule.finding(
              "table-row",
              "table with a row missing, or an entry without a table",
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

  /** What an encoding without emoji makes of them: question marks, nothing, or Latin letters. */
  private static final Pattern LOST = Pattern.compile("[?\\uFFFD\\u0080-\\u2122]*");

  /** The first day with the symbols of today; until then there were others. */
  private static final LocalDate SYMBOLS_SINCE = LocalDate.of(2022, 8, 9);

  private RowRules() {}

  private static Stream<Violation> wrongAll(LogTable table) {
    List<SummaryFigures> primary =
        Stream.of(RowKind.PRIMARY_REGRESSIONS, RowKind.PRIMARY_IMPROVEMENTS)
            .flatMap(kind -> table.figures(kind).stream())
            .filter(row -> row.count() > 0)
            .toList();
    return table.figures(RowKind.PRIMARY_ALL).stream()
        .filter(all -> !primary.isEmpty())
        .flatMap(
            all ->
                Stream.of(wrongMean(all, primary), wrongRange(all, primary))
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
    return all.mean()
        .filter(stated -> stated.subtract(mean).abs().compareTo(ROUNDING) > 0)
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
    boolean hasTables = log.tables().findAny().isPresent();
    Stream<Violation> withoutTable =
        log.entries().stream()
            .filter(
                entry -> hasTables && entry.tables().isEmpty() && entry.comparison().isPresent())
            .map(entry -> new Violation(entry.line(), entry.name() + " has no table"));
    return Stream.concat(withoutTable, log.tables().flatMap(table -> incomplete(log, table)));
  }

  private static Stream<Violation> incomplete(TriageLog log, LogTable table) {
    List<RowKind> expected =
        Arrays.stream(RowKind.values())
            .filter(kind -> kind.category().equals("primary") || showsSecondary(table))
            .toList();
    String missing =
        expected.stream()
            .filter(kind -> table.figures(kind).isEmpty())
            .map(kind -> kind.label() + " (" + kind.category() + ")")
            .collect(Collectors.joining(", "));
    return missing.isEmpty()
        ? Stream.empty()
        : Stream.of(
            new Violation(log.line(table.lines().start()), "the table lacks the row " + missing));
  }

  /** Whether a table is not one of runtime benchmarks, which are all primary. */
  private static boolean showsSecondary(LogTable table) {
    return table.rows().stream().anyMatch(row -> row.kind().category().equals("secondary"));
  }

  private static Stream<Violation> damaged(TriageLog log) {
    Matcher label = LABEL.matcher(log.source().text());
    return label
        .results()
        .filter(found -> LOST.matcher(found.group(2)).matches())
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
        log.date().filter(SYMBOLS_SINCE::isAfter).isPresent() ? List.of() : List.of(edit));
  }

  private static String symbol(String label) {
    return switch (label) {
      case "Regressions" -> "❌";
      case "Improvements" -> "✅";
      default -> "❌✅";
    };
  }
}
