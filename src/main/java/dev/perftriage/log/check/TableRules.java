package dev.perftriage.log.check;

import dev.perftriage.log.Entry;
import dev.perftriage.log.Figures;
import dev.perftriage.log.LogTable;
import dev.perftriage.log.Section;
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

  static List<Fault> section(TriageLog log) {
    List<Fault> faults = new ArrayList<>();
    for (Section section : log.sections()) {
      for (Entry entry : section.entries()) {
        entry.tables().stream()
            .findFirst()
            .flatMap(table -> rightSection(section.kind(), table))
            .ifPresent(
                right ->
                    faults.add(
                        new Fault(
                            entry.line(),
                            entry.name()
                                + " has only "
                                + right.heading().toLowerCase(Locale.ROOT)
                                + ", but stands under "
                                + section.kind().heading())));
      }
    }
    return faults;
  }

  /** Where an entry belongs whose changes all go one way; empty where it may stay. */
  private static Optional<Section.Kind> rightSection(Section.Kind kind, LogTable table) {
    if (!kind.isCounted() || table.hasRegressions() == table.hasImprovements()) {
      return Optional.empty();
    }
    Section.Kind right =
        table.hasRegressions() ? Section.Kind.REGRESSIONS : Section.Kind.IMPROVEMENTS;
    return right == kind ? Optional.empty() : Optional.of(right);
  }

  static List<Fault> counts(TriageLog log) {
    List<Fault> faults = new ArrayList<>();
    for (LogTable table : tables(log)) {
      int regressions = table.count(Kind.PRIMARY_REGRESSIONS);
      int improvements = table.count(Kind.PRIMARY_IMPROVEMENTS);
      table
          .figures(Kind.PRIMARY_ALL)
          .filter(all -> all.count() != regressions + improvements)
          .ifPresent(
              all ->
                  faults.add(
                      new Fault(
                          all.line(),
                          "All counts "
                              + all.count()
                              + ", but there are "
                              + regressions
                              + " regressions and "
                              + improvements
                              + " improvements")));
      for (Figures row : table.rows()) {
        boolean hasFigures =
            row.mean().isPresent() || row.range().isPresent() || row.max().isPresent();
        if (hasFigures && row.count() == 0) {
          faults.add(new Fault(row.line(), name(row) + " has figures, but counts 0"));
        } else if (!hasFigures && row.count() > 0) {
          faults.add(
              new Fault(row.line(), name(row) + " counts " + row.count() + ", but has no figures"));
        }
      }
    }
    return faults;
  }

  static List<Fault> means(TriageLog log) {
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

  static List<Fault> signs(TriageLog log) {
    return rows(
        log,
        row -> {
          Optional<Figures.Range> reversed = row.range().filter(range -> !isOrdered(range));
          if (reversed.isPresent()) {
            return Optional.of(name(row) + ": the range begins with its larger end");
          }
          return values(row)
              .filter(value -> hasWrongSign(row.kind(), value))
              .findFirst()
              .map(value -> name(row) + ": " + value + "% has the wrong sign");
        });
  }

  private static boolean isOrdered(Figures.Range range) {
    return range.smallest().compareTo(range.largest()) <= 0;
  }

  private static boolean hasWrongSign(Kind kind, BigDecimal value) {
    return switch (kind) {
      case PRIMARY_REGRESSIONS, SECONDARY_REGRESSIONS -> value.signum() < 0;
      case PRIMARY_IMPROVEMENTS, SECONDARY_IMPROVEMENTS -> value.signum() > 0;
      case PRIMARY_ALL -> false;
    };
  }

  private static Stream<BigDecimal> values(Figures row) {
    return Stream.of(
            row.mean().stream(),
            row.range().stream().flatMap(range -> Stream.of(range.smallest(), range.largest())),
            row.max().stream())
        .flatMap(Function.identity());
  }

  private static List<Fault> rows(TriageLog log, Function<Figures, Optional<String>> fault) {
    return tables(log).stream()
        .flatMap(table -> table.rows().stream())
        .flatMap(row -> fault.apply(row).map(message -> new Fault(row.line(), message)).stream())
        .toList();
  }

  private static List<LogTable> tables(TriageLog log) {
    return Stream.concat(
            log.summary().stream(),
            log.entries().stream().flatMap(entry -> entry.tables().stream()))
        .toList();
  }

  private static String name(Figures row) {
    return switch (row.kind()) {
      case PRIMARY_REGRESSIONS -> "Regressions (primary)";
      case SECONDARY_REGRESSIONS -> "Regressions (secondary)";
      case PRIMARY_IMPROVEMENTS -> "Improvements (primary)";
      case SECONDARY_IMPROVEMENTS -> "Improvements (secondary)";
      case PRIMARY_ALL -> "All (primary)";
    };
  }
}
