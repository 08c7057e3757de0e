package dev.perftriage.cli;

import dev.perftriage.source.AtomicFiles;
import dev.perftriage.source.DataException;
import dev.perftriage.source.IoReasons;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where a report goes: a file, or standard output. */
final class ReportTarget {

  private static final String STANDARD_OUTPUT = "-";

  private final String name;
  private final Path directory;

  private ReportTarget(String name, Path directory) {
    this.name = name;
    this.directory = directory;
  }

  /**
   * The target that the command line names.
   *
   * @param named a file, {@code -} for standard output, or null for the usual file of that day
   */
  static ReportTarget of(@Nullable String named, LocalDate date, Path directory) {
    String usual = String.format(Locale.ROOT, "reports/%tY/%s.md", date, date);
    return new ReportTarget(named == null ? usual : named, directory);
  }

  boolean isStandardOutput() {
    return name.equals(STANDARD_OUTPUT);
  }

  /** Whether the name is that of a folder, or of nothing. */
  boolean isNoFile() {
    return name.isBlank() || Files.isDirectory(path());
  }

  /** Whether writing would replace something: a device or a pipe is written to, not replaced. */
  boolean isTaken() {
    Path path = path();
    boolean exists = Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    return !isStandardOutput() && exists && (Files.isRegularFile(path) || !Files.exists(path));
  }

  /** The file as the command line names it. */
  String name() {
    return name;
  }

  /**
   * Writes the report, whole or not at all.
   *
   * @throws DataException where the file could not be written
   */
  void write(String report, Surroundings surroundings) {
    if (isStandardOutput()) {
      surroundings.out().print(report);
      return;
    }
    try {
      byte[] bytes = report.getBytes(StandardCharsets.UTF_8);
      Path path = Files.exists(path()) ? path().toRealPath() : path();
      if (Files.exists(path) && !Files.isRegularFile(path)) {
        Files.write(path, bytes);
      } else {
        AtomicFiles.write(path, bytes);
      }
    } catch (IOException e) {
      throw new DataException(
          "Writing the report "
              + name
              + " failed: "
              + IoReasons.of(e)
              + "; -o FILE writes elsewhere",
          e);
    }
  }

  private Path path() {
    return directory.resolve(name);
  }
}
