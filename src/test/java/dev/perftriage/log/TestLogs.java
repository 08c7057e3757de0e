package dev.perftriage.log;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Invented logs to test with. */
public final class TestLogs {

  private static final String YEARS = "years";

  private TestLogs() {}

  /** The text of a log. */
  public static LogText own(String name) {
    try (InputStream in = TestLogs.class.getResourceAsStream(name)) {
      return LogText.decode(name, Objects.requireNonNull(in, name).readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A log, read. */
  public static TriageLog parsed(String name) {
    return LogParser.parse(own(name));
  }

  /** The text of the log of a date in the format that logs had then. */
  public static LogText dated(String date) {
    return own(YEARS + "/" + date + ".md");
  }

  /** Logs in every format that logs have had since 2020, by date. */
  public static List<TriageLog> ofAllYears() {
    try (Stream<Path> files =
        Files.list(Path.of(Objects.requireNonNull(TestLogs.class.getResource(YEARS)).toURI()))) {
      return files
          .map(file -> parsed(YEARS + "/" + file.getFileName()))
          .sorted((former, latter) -> date(former).compareTo(date(latter)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The date of a log that has one. */
  public static String date(TriageLog log) {
    return log.date().orElseThrow().toString();
  }
}
