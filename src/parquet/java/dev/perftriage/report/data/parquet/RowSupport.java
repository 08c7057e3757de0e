package dev.perftriage.report.data.parquet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.perftriage.report.data.TableColumn;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;
import org.apache.parquet.schema.Types;
import org.jspecify.annotations.Nullable;

/** The schema of a table, and its rows. Parquet writes repeated texts once, by itself. */
final class RowSupport extends WriteSupport<ObjectNode> {

  private final List<TableColumn> columns;
  private @Nullable RecordConsumer rows;

  RowSupport(List<TableColumn> columns) {
    this.columns = List.copyOf(columns);
  }

  @Override
  @SuppressWarnings("deprecation") // It must be overridden, although nothing calls it.
  public WriteContext init(Configuration configuration) {
    return context();
  }

  @Override
  public WriteContext init(ParquetConfiguration configuration) {
    return context();
  }

  @Override
  public void prepareForWrite(RecordConsumer consumer) {
    rows = consumer;
  }

  @Override
  public void write(ObjectNode row) {
    RecordConsumer out = rows;
    if (out == null) {
      throw new IllegalStateException("not prepared");
    }
    out.startMessage();
    for (int at = 0; at < columns.size(); at++) {
      TableColumn column = columns.get(at);
      JsonNode cell = row.get(column.name());
      if (cell != null && !cell.isNull()) {
        out.startField(column.name(), at);
        write(column.kind(), cell, out);
        out.endField(column.name(), at);
      }
    }
    out.endMessage();
  }

  private static void write(TableColumn.Kind kind, JsonNode cell, RecordConsumer out) {
    switch (kind) {
      case TEXT -> out.addBinary(Binary.fromString(cell.asText()));
      case TIME -> out.addLong(Instant.parse(cell.textValue()).toEpochMilli());
      case WHOLE -> out.addInteger(cell.intValue());
      case NUMBER -> out.addDouble(cell.doubleValue());
      case TRUTH -> out.addBoolean(cell.booleanValue());
    }
  }

  private WriteContext context() {
    return new WriteContext(
        new MessageType("values", columns.stream().map(RowSupport::type).toList()), Map.of());
  }

  private static Type type(TableColumn column) {
    Repetition repetition = column.isOptional() ? Repetition.OPTIONAL : Repetition.REQUIRED;
    return switch (column.kind()) {
      case TEXT ->
          Types.primitive(PrimitiveTypeName.BINARY, repetition)
              .as(LogicalTypeAnnotation.stringType())
              .named(column.name());
      case TIME ->
          Types.primitive(PrimitiveTypeName.INT64, repetition)
              .as(LogicalTypeAnnotation.timestampType(true, TimeUnit.MILLIS))
              .named(column.name());
      case WHOLE -> Types.primitive(PrimitiveTypeName.INT32, repetition).named(column.name());
      case NUMBER -> Types.primitive(PrimitiveTypeName.DOUBLE, repetition).named(column.name());
      case TRUTH -> Types.primitive(PrimitiveTypeName.BOOLEAN, repetition).named(column.name());
    };
  }
}
