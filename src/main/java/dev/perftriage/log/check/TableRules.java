package dev.perftriage.log.check;

import dev.perftriage.log.LogEntry;
import dev.perftriage.log.LogSection;
import dev.perftriage.log.LogTable;
import dev.perftriage.log.SectionKind;
import dev.perftriage.log.SummaryFigures;
import dev.perftriage.report.SummaryRow.RowKind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Rules that check tables for consistency and against their section. */
final class TableRules {

  static final List<LogRule> RULES =
      List.of(
          LogRule.finding(
              "section-table",
              "entry whose table belongs in another section",
              log -> log.sections().stream().flatMap(TableRules::misplaced)),
          LogRule.finding(
              "table-count",
              "wrong count of All in a table, or counts without figures",
              log -> log.tables().flatMap(table -> wrongCounts(table, log.countsFromZero(table)))),
          LogRule.finding(
              "table-mean",
              "mean of a table outside its range",
              log -> log.tables().flatMap(table -> amongRows(table, TableRules::wrongMean))),
          LogRule.finding(
              "table-sign",
              "figure of a table with the wrong sign, or a reversed range",
              log -> log.tables().flatMap(table -> amongRows(table, TableRules::wrongSign))));

  private TableRules() {}

  private static Stream<Violation> amongRows(
      LogTable table, Function<SummaryFigures, Optional<String>> message) {
    return Violation.among(
        table.rows(),
        SummaryFigures::line,
        row ->
            message
                .apply(row)
                .map(words -> row.kind().label() + " (" + row.kind().category() + ")" + words));
  }

  private static Stream<Violation> misplaced(LogSection section) {
    return Violation.among(
        section.entries(),
        LogEntry::line,
        entry ->
            entry.tables().stream()
                .findFirst()
                .flatMap(table -> rightSection(section.kind(), table))
                .map(
                    right ->
                        "%s has only %s, but stands under %s"
                            .formatted(
                                entry.name(),
                                right.heading().toLowerCase(Locale.ROOT),
                                section.kind().heading())));
  }

  /** The right section for a misplaced entry whose changes all go one way; empty otherwise. */
  private static Optional<SectionKind> rightSection(SectionKind kind, LogTable table) {
    if (!kind.isCounted() || table.hasRegressions() == table.hasImprovements()) {
      return Optional.empty();
    }
    SectionKind right = table.hasRegressions() ? SectionKind.REGRESSIONS : SectionKind.IMPROVEMENTS;
    return Optional.of(right).filter(other -> other != kind);
  }

  private static Stream<Violation> wrongCounts(LogTable table, boolean fromZero) {
    int regressions = table.count(RowKind.PRIMARY_REGRESSIONS);
    int improvements = table.count(RowKind.PRIMARY_IMPROVEMENTS);
    Stream<Violation> wrongSum =
        table.figures(RowKind.PRIMARY_ALL).stream()
            .filter(all -> all.count() != regressions + improvements)
            .map(
                all ->
                    new Violation(
                        all.line(),
                        "All counts %s, but there are %s regressions and %s improvements"
                            .formatted(all.count(), regressions, improvements)));
    return Stream.concat(wrongSum, amongRows(table, row -> wrongCount(row, fromZero)));
  }

  private static Optional<String> wrongCount(SummaryFigures row, boolean fromZero) {
    boolean hasFigures = row.mean().isPresent() || row.range().isPresent() || row.max().isPresent();
    if (hasFigures == row.count() > 0 || (!hasFigures && fromZero)) {
      return Optional.empty();
    }
    return Optional.of(
        hasFigures
            ? " has figures, but counts 0"
            : " counts " + row.count() + ", but has no figures");
  }

  private static Optional<String> wrongMean(SummaryFigures row) {
    return row.mean()
        .flatMap(
            mean ->
                row.range()
                    .filter(range -> range.isOrdered() && !range.contains(mean))
                    .map(range -> "is outside " + range.words())
                    .or(
                        () ->
                            row.max()
                                .filter(max -> mean.abs().compareTo(max.abs()) > 0)
                                .map(max -> "is more than the largest change, " + max + "%"))
                    .map(what -> ": the mean " + mean + "% " + what));
  }

  private static Optional<String> wrongSign(SummaryFigures row) {
    if (row.range().filter(range -> !range.isOrdered()).isPresent()) {
      return Optional.of(": the range begins with its larger end");
    }
    return Stream.of(
            row.mean().stream(),
            row.range().stream().flatMap(range -> Stream.of(range.smallest(), range.largest())),
            row.max().stream())
        .flatMap(Function.identity())
        .filter(value -> value.signum() * sign(row.kind()) < 0)
        .findFirst()
        .map(value -> ": " + value + "% has the wrong sign");
  }

  /** The sign that a kind of change must have; 0 for either. */
  private static int sign(RowKind kind) {
    return switch (kind) {
      case PRIMARY_REGRESSIONS, SECONDARY_REGRESSIONS -> 1;
      case PRIMARY_IMPROVEMENTS, SECONDARY_IMPROVEMENTS -> -1;
      case PRIMARY_ALL -> 0;
    };
  }
}
