package dev.perftriage.app;

import dev.perftriage.analysis.JudgedComparison;
import dev.perftriage.report.data.ValueTable;

/** The formats of exported values. */
public enum ExportFormat {
  /** A table as in RFC 4180. */
  CSV,
  /** A JSON object on each line. */
  JSONL;

  String header(ValueTable table) {
    return this == CSV ? table.csvHeader() : "";
  }

  String rows(ValueTable table, JudgedComparison merge) {
    return switch (this) {
      case CSV -> table.csv(merge);
      case JSONL -> table.jsonLines(merge);
    };
  }
}
