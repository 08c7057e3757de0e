package dev.perftriage.log;

import dev.perftriage.Shared;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Logs to test with: made up ones, and the published ones where they are at hand. */
public final class TestLogs {

  private TestLogs() {}

  /** A log of the project's own. */
  public static LogText own(String name) {
    try (InputStream in = TestLogs.class.getResourceAsStream(name)) {
      return LogText.decode(name, Objects.requireNonNull(in, name).readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A log of the project's own, read. */
  public static TriageLog parsed(String name) {
    return LogParser.parse(own(name));
  }

  /** A published log. */
  public static TriageLog published(String date) {
    return read(Shared.path("triage-logs/" + date.substring(0, 4) + "/" + date + ".md"));
  }

  /** Every published log, by date. */
  public static List<TriageLog> published() {
    try (Stream<Path> files = Files.walk(Shared.path("triage-logs"))) {
      return files
          .filter(file -> file.toString().endsWith(".md"))
          .sorted()
          .map(TestLogs::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static TriageLog read(Path file) {
    try {
      return LogParser.parse(LogText.decode(file.toString(), Files.readAllBytes(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
