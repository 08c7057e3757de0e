package dev.perftriage.report.data.parquet;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.perftriage.report.data.TableColumn;
import dev.perftriage.report.data.TableFormat;
import dev.perftriage.report.data.TableWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;

/**
 * Parquet, compressed with Gzip, which every reader understands and Java has. Hadoop is needed to
 * compile this, because parquet-java names its classes, but not to run it.
 */
public final class ParquetFormat implements TableFormat {

  /** How many bytes of rows are kept in memory before they are written; about 200,000 rows. */
  private static final long ROW_GROUP_BYTES = 16L << 20;

  /** Creates the format, for {@link java.util.ServiceLoader}. */
  public ParquetFormat() {}

  @Override
  public TableWriter open(List<TableColumn> columns, OutputStream out) throws IOException {
    ParquetWriter<ObjectNode> writer =
        new Builder(new SequentialFile(out), columns)
            .withConf(new PlainParquetConfiguration())
            .withCodecFactory(new GzipPages())
            .withCompressionCodec(CompressionCodecName.GZIP)
            .withRowGroupSize(ROW_GROUP_BYTES)
            .build();
    return new TableWriter() {
      @Override
      public void write(ObjectNode row) throws IOException {
        writer.write(row);
      }

      @Override
      public void close() throws IOException {
        writer.close();
      }
    };
  }

  private static final class Builder extends ParquetWriter.Builder<ObjectNode, Builder> {

    private final List<TableColumn> columns;

    private Builder(OutputFile file, List<TableColumn> columns) {
      super(file);
      this.columns = columns;
    }

    @Override
    protected Builder self() {
      return this;
    }

    @Override
    protected WriteSupport<ObjectNode> getWriteSupport(ParquetConfiguration configuration) {
      return new RowSupport(columns);
    }

    @Override
    @SuppressWarnings("deprecation") // It must be overridden, although nothing calls it.
    protected WriteSupport<ObjectNode> getWriteSupport(Configuration configuration) {
      return new RowSupport(columns);
    }
  }
}
