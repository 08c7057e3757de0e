package dev.perftriage.cli;

import dev.perftriage.app.ChartFiles;
import dev.perftriage.app.OutputFiles;
import dev.perftriage.app.UsageException;
import dev.perftriage.model.DataException;
import dev.perftriage.source.io.IoReasons;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a report goes: a file, or standard output. */
final class ReportTarget {

  /** The name for standard output. */
  static final String STANDARD_OUTPUT = "-";

  private static final String OUTPUT = "-o";
  private static final String PAGE = ".html";

  private final String name;
  private final Path directory;

  /** The option that writes elsewhere, for messages. */
  private final String option;

  private ReportTarget(String name, Path directory, String option) {
    this.name = name;
    this.directory = directory;
    this.option = option;
  }

  /**
   * The target that the command line names.
   *
   * @param named a file, {@code -} for standard output, or null for the usual file of that day
   * @param format what the usual file is
   */
  static ReportTarget of(
      @Nullable String named, LocalDate date, ReportFormat format, Path directory) {
    return new ReportTarget(
        named == null ? usual(date.toString(), format) : named, directory, OUTPUT);
  }

  private static String usual(String date, ReportFormat format) {
    String year = date.substring(0, date.indexOf('-', 1));
    String extension =
        switch (format) {
          case MARKDOWN -> ".md";
          case HTML -> PAGE;
          case JSON -> ".json";
        };
    return "reports/" + year + "/" + date + extension;
  }

  /**
   * The target that the command line names.
   *
   * @param named a file, or {@code -} for standard output
   */
  static ReportTarget of(String named, Path directory) {
    return new ReportTarget(named, directory, OUTPUT);
  }

  /** The file that {@code --html=FILE} names. */
  static ReportTarget pageFile(String name, Path directory) {
    return new ReportTarget(name, directory, "--html");
  }

  boolean isStandardOutput() {
    return name.equals(STANDARD_OUTPUT);
  }

  /**
   * Refuses a name that is that of a folder, or of nothing.
   *
   * @throws UsageException where it is
   */
  void requireFile() {
    if (!isStandardOutput() && (name.isBlank() || Files.isDirectory(path()))) {
      throw new UsageException(option + ": '" + name + "' is not a file name.");
    }
  }

  /**
   * Refuses to replace an existing file without permission.
   *
   * @throws UsageException where it would be
   */
  void requireFree(boolean overwrites) {
    if (!overwrites && isTaken()) {
      throw new UsageException(
          name
              + " already exists; use --force to overwrite it, or "
              + optionWithFile()
              + " to write elsewhere.");
    }
  }

  /** Whether writing would replace something: a device or a pipe is written to, not replaced. */
  private boolean isTaken() {
    Path path = path();
    boolean exists = Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    return !isStandardOutput() && exists && (Files.isRegularFile(path) || !Files.exists(path));
  }

  /** Whether both are one file, however they are named. */
  boolean isSameFile(ReportTarget other) {
    return !isStandardOutput()
        && !other.isStandardOutput()
        && path().toAbsolutePath().normalize().equals(other.path().toAbsolutePath().normalize());
  }

  /** Whether a name on the command line means this file, too. */
  boolean isNamed(String other) {
    return isSameFile(new ReportTarget(other, directory, option));
  }

  /** The file as the command line names it. */
  String name() {
    return name;
  }

  /** The page of this report: the file named, or one beside the report. */
  ReportTarget page(Optional<String> named) {
    return named
        .map(name -> pageFile(name, directory))
        .orElseGet(() -> new ReportTarget(stem() + PAGE, directory, option));
  }

  /** The folder beside this report that its charts are in. */
  ChartFiles charts(Optional<String> named) {
    String folder = named.orElse(stem() + "-charts");
    return new ChartFiles(folder, directory.resolve(folder), Options.NAMES.charts() + "=DIR");
  }

  /** The folder that this report's links are relative to. */
  Path folder() {
    Path parent = isStandardOutput() ? directory : path().toAbsolutePath().getParent();
    return parent == null ? directory : parent;
  }

  private String stem() {
    return name.replaceFirst("(?<=[^/.])\\.[^/.]+$", "");
  }

  /**
   * Writes the report, whole or not at all.
   *
   * @throws DataException where the file could not be written
   */
  void write(String report, CommandContext context) {
    if (isStandardOutput()) {
      context.out().print(report);
      return;
    }
    try {
      OutputFiles.write(path(), report);
    } catch (IOException e) {
      throw new DataException(
          "Writing the report "
              + name
              + " failed: "
              + IoReasons.of(e)
              + "; "
              + optionWithFile()
              + " writes elsewhere",
          e);
    }
  }

  private String optionWithFile() {
    return option.equals(OUTPUT) ? option + " FILE" : option + "=FILE";
  }

  private Path path() {
    return directory.resolve(name);
  }
}
