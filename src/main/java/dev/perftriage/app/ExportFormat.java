package dev.perftriage.app;

import dev.perftriage.report.data.TableFormat;

/** The formats of exported values. */
public enum ExportFormat {
  /** A table as in RFC 4180. */
  CSV,
  /** A JSON object on each line. */
  JSONL,
  /** Apache Parquet, which only a build of its own contains. */
  PARQUET;

  /** Whether it is no text, so that a terminal cannot show it. */
  public boolean isBinary() {
    return this == PARQUET;
  }

  /** Whether this build of the program writes it. */
  public boolean isAvailable() {
    return this != PARQUET || TableFormat.parquet().isPresent();
  }
}
