package dev.perftriage.cli;

import dev.perftriage.app.OutputFiles;
import dev.perftriage.app.UsageException;
import dev.perftriage.model.DataException;
import dev.perftriage.source.io.IoReasons;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The destination of a report: a file or standard output.
 *
 * @param name the file name as given on the command line
 * @param directory the folder that the name is relative to
 * @param option the option that sets the destination, for messages
 */
record ReportTarget(String name, Path directory, String option) {

  /** The name for standard output. */
  static final String STANDARD_OUTPUT = "-";

  /** The option that names a file or {@code -}. */
  static final String OUTPUT = "-o";

  /** The file that {@code --html=FILE} names. */
  static ReportTarget page(String name, Path directory) {
    return new ReportTarget(name, directory, "--html");
  }

  boolean isStandardOutput() {
    return name.equals(STANDARD_OUTPUT);
  }

  /** Rejects a blank name and the name of a folder. */
  void requireFile() {
    if (!isStandardOutput() && (name.isBlank() || Files.isDirectory(path()))) {
      throw new UsageException(option + ": '" + name + "' is not a file name.");
    }
  }

  /** Rejects replacing an existing file without permission. */
  void requireFree(boolean overwrites) {
    if (!overwrites && isTaken()) {
      throw new UsageException(
          "%s already exists; use --force to overwrite it, or %s to write elsewhere."
              .formatted(name, optionWithFile()));
    }
  }

  /** Whether writing would replace a file or link; devices and pipes are not replaced. */
  private boolean isTaken() {
    Path path = path();
    boolean exists = Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    return !isStandardOutput() && exists && (Files.isRegularFile(path) || !Files.exists(path));
  }

  /** Whether both are the same file, even under different names. */
  boolean isSameFile(ReportTarget other) {
    return !isStandardOutput()
        && !other.isStandardOutput()
        && path().toAbsolutePath().normalize().equals(other.path().toAbsolutePath().normalize());
  }

  /** Whether a name on the command line means this file, too. */
  boolean isNamed(String other) {
    return isSameFile(new ReportTarget(other, directory, option));
  }

  /** The page of this report: the file named, or one beside the report. */
  ReportTarget page(Optional<String> named) {
    return named
        .map(other -> page(other, directory))
        .orElseGet(() -> new ReportTarget(stem() + ".html", directory, option));
  }

  /** A file beside this report, or the one named. */
  ReportTarget beside(String ending, Optional<String> named, String other) {
    return new ReportTarget(named.orElseGet(() -> stem() + ending), directory, other);
  }

  /** The folder that this report's links are relative to. */
  Path folder() {
    Path parent = isStandardOutput() ? directory : path().toAbsolutePath().getParent();
    return parent == null ? directory : parent;
  }

  /** The name without its extension. */
  String stem() {
    return name.replaceFirst("(?<=[^/.])\\.[^/.]+$", "");
  }

  /** Writes the report atomically; throws {@link DataException} if that fails. */
  void write(String report, CommandContext context) {
    write(out -> out.write(report), context);
  }

  /**
   * Writes a report of any length likewise, while it is produced. Standard output gets it as it
   * comes, until its reader has had enough.
   */
  void write(Text report, CommandContext context) {
    try {
      if (isStandardOutput()) {
        report.writeTo(new OpenWriter(context.output().results()));
      } else {
        OutputFiles.write(path(), bytes -> write(report, bytes));
      }
    } catch (OpenWriter.ClosedException e) {
      // The end of the program says why, unless a reader such as head has closed the pipe.
      return;
    } catch (IOException e) {
      throw failed("report", e);
    }
  }

  /**
   * Writes a file atomically; throws {@link DataException} if that fails.
   *
   * @param noun what it is, for messages
   */
  void write(String noun, byte[] content) {
    write(noun, out -> out.write(content));
  }

  /** Writes a file of any length likewise, while it is produced. */
  void write(String noun, Bytes content) {
    try {
      OutputFiles.write(path(), content::writeTo);
    } catch (IOException e) {
      throw failed(noun, e);
    }
  }

  private DataException failed(String noun, IOException e) {
    return new DataException(
        "Writing the %s %s failed: %s; %s writes elsewhere"
            .formatted(noun, name, IoReasons.of(e), optionWithFile()),
        e);
  }

  private static void write(Text report, OutputStream bytes) throws IOException {
    Writer out = new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8));
    report.writeTo(out);
    out.flush();
  }

  /** A text that is written while it is produced. */
  @FunctionalInterface
  interface Text {

    /** Writes the whole text. */
    void writeTo(Writer out) throws IOException;
  }

  /** A content that is written while it is produced. */
  @FunctionalInterface
  interface Bytes {

    /** Writes the whole content. */
    void writeTo(OutputStream out) throws IOException;
  }

  private String optionWithFile() {
    return option.equals(OUTPUT) ? option + " FILE" : option + "=FILE";
  }

  private Path path() {
    return directory.resolve(name);
  }
}
