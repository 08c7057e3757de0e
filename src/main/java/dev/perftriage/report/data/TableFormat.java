package dev.perftriage.report.data;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** A binary format for tables whose libraries only a build of its own contains. */
public interface TableFormat {

  /** Parquet; empty in a build without it. */
  static Optional<TableFormat> parquet() {
    return ServiceLoader.load(TableFormat.class, TableFormat.class.getClassLoader()).findFirst();
  }

  /**
   * Begins a table.
   *
   * @param out what it is written to, in order; stays open
   * @throws IOException if writing fails
   */
  TableWriter open(List<TableColumn> columns, OutputStream out) throws IOException;
}
