package dev.perftriage.log.check;

import dev.perftriage.log.LogEntry;
import dev.perftriage.log.LogSection;
import dev.perftriage.log.LogTable;
import dev.perftriage.log.SectionKind;
import dev.perftriage.log.SummaryFigures;
import dev.perftriage.log.TriageLog;
import dev.perftriage.report.SummaryRow.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Tables against themselves, and against the section they stand in. */
final class TableRules {

  private TableRules() {}

  static List<Violation> section(TriageLog log) {
    List<Violation> violations = new ArrayList<>();
    for (LogSection section : log.sections()) {
      for (LogEntry entry : section.entries()) {
        entry.tables().stream()
            .findFirst()
            .flatMap(table -> rightSection(section.kind(), table))
            .ifPresent(
                right ->
                    violations.add(
                        new Violation(
                            entry.line(),
                            entry.name()
                                + " has only "
                                + right.heading().toLowerCase(Locale.ROOT)
                                + ", but stands under "
                                + section.kind().heading())));
      }
    }
    return violations;
  }

  /** Where an entry belongs whose changes all go one way; empty where it may stay. */
  private static Optional<SectionKind> rightSection(SectionKind kind, LogTable table) {
    if (!kind.isCounted() || table.hasRegressions() == table.hasImprovements()) {
      return Optional.empty();
    }
    SectionKind right = table.hasRegressions() ? SectionKind.REGRESSIONS : SectionKind.IMPROVEMENTS;
    return right == kind ? Optional.empty() : Optional.of(right);
  }

  static List<Violation> counts(TriageLog log) {
    List<Violation> violations = new ArrayList<>();
    for (LogTable table : tables(log)) {
      int regressions = table.count(Kind.PRIMARY_REGRESSIONS);
      int improvements = table.count(Kind.PRIMARY_IMPROVEMENTS);
      table
          .figures(Kind.PRIMARY_ALL)
          .filter(all -> all.count() != regressions + improvements)
          .ifPresent(
              all ->
                  violations.add(
                      new Violation(
                          all.line(),
                          "All counts "
                              + all.count()
                              + ", but there are "
                              + regressions
                              + " regressions and "
                              + improvements
                              + " improvements")));
      for (SummaryFigures row : table.rows()) {
        boolean hasFigures =
            row.mean().isPresent() || row.range().isPresent() || row.max().isPresent();
        if (hasFigures && row.count() == 0) {
          violations.add(new Violation(row.line(), name(row) + " has figures, but counts 0"));
        } else if (!hasFigures && row.count() > 0) {
          violations.add(
              new Violation(
                  row.line(), name(row) + " counts " + row.count() + ", but has no figures"));
        }
      }
    }
    return violations;
  }

  static List<Violation> means(TriageLog log) {
    return rows(
        log,
        row -> {
          if (row.mean().isEmpty()) {
            return Optional.empty();
          }
          BigDecimal mean = row.mean().get();
          Optional<String> beyondRange =
              row.range()
                  .filter(range -> isOrdered(range) && !range.contains(mean))
                  .map(
                      range -> " is outside [" + range.smallest() + "%, " + range.largest() + "%]");
          return beyondRange
              .or(
                  () ->
                      row.max()
                          .filter(max -> mean.abs().compareTo(max.abs()) > 0)
                          .map(max -> " is more than the largest change, " + max + "%"))
              .map(what -> name(row) + ": the mean " + mean + "%" + what);
        });
  }

  static List<Violation> signs(TriageLog log) {
    return rows(
        log,
        row -> {
          Optional<SummaryFigures.Range> reversed = row.range().filter(range -> !isOrdered(range));
          if (reversed.isPresent()) {
            return Optional.of(name(row) + ": the range begins with its larger end");
          }
          return values(row)
              .filter(value -> hasWrongSign(row.kind(), value))
              .findFirst()
              .map(value -> name(row) + ": " + value + "% has the wrong sign");
        });
  }

  private static boolean isOrdered(SummaryFigures.Range range) {
    return range.smallest().compareTo(range.largest()) <= 0;
  }

  private static boolean hasWrongSign(Kind kind, BigDecimal value) {
    return switch (kind) {
      case PRIMARY_REGRESSIONS, SECONDARY_REGRESSIONS -> value.signum() < 0;
      case PRIMARY_IMPROVEMENTS, SECONDARY_IMPROVEMENTS -> value.signum() > 0;
      case PRIMARY_ALL -> false;
    };
  }

  private static Stream<BigDecimal> values(SummaryFigures row) {
    return Stream.of(
            row.mean().stream(),
            row.range().stream().flatMap(range -> Stream.of(range.smallest(), range.largest())),
            row.max().stream())
        .flatMap(Function.identity());
  }

  private static List<Violation> rows(
      TriageLog log, Function<SummaryFigures, Optional<String>> violation) {
    return tables(log).stream()
        .flatMap(table -> table.rows().stream())
        .flatMap(
            row -> violation.apply(row).map(message -> new Violation(row.line(), message)).stream())
        .toList();
  }

  private static List<LogTable> tables(TriageLog log) {
    return Stream.concat(
            log.summary().stream(),
            log.entries().stream().flatMap(entry -> entry.tables().stream()))
        .toList();
  }

  private static String name(SummaryFigures row) {
    return switch (row.kind()) {
      case PRIMARY_REGRESSIONS -> "Regressions (primary)";
      case SECONDARY_REGRESSIONS -> "Regressions (secondary)";
      case PRIMARY_IMPROVEMENTS -> "Improvements (primary)";
      case SECONDARY_IMPROVEMENTS -> "Improvements (secondary)";
      case PRIMARY_ALL -> "All (primary)";
    };
  }
}
