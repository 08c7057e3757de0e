package dev.perftriage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** The schemas of JSON outputs. */
final class Schemas {

  private static final Path FOLDER = Path.of("src/main/resources/dev/perftriage/report/data");

  private Schemas() {}

  /** Fails unless a document is as a schema says. */
  static void assertValid(String json, String schema) {
    try {
      assertThat(
              JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                  .getSchema(new ObjectMapper().readTree(FOLDER.resolve(schema).toFile()))
                  .validate(json, InputFormat.JSON))
          .isEmpty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
