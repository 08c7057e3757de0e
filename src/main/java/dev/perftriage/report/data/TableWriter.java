package dev.perftriage.report.data;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Closeable;
import java.io.IOException;

/** Writes the rows of one table; closing it completes the table. */
public interface TableWriter extends Closeable {

  /**
   * Writes a row.
   *
   * @param row its cells by column name; null or absent is empty
   * @throws IOException if writing fails
   */
  void write(ObjectNode row) throws IOException;
}
