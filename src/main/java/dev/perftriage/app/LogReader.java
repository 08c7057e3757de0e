package dev.perftriage.app;

import dev.perftriage.log.LogAddress;
import dev.perftriage.log.LogFiles;
import dev.perftriage.log.LogParser;
import dev.perftriage.log.LogText;
import dev.perftriage.log.TriageLog;
import dev.perftriage.model.DataException;
import dev.perftriage.source.io.AtomicFiles;
import dev.perftriage.source.io.IoReasons;
import dev.perftriage.source.io.SizeLimit;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads the logs named on the command line, and writes them back.
 *
 * @param directory the folder that names are relative to
 * @param standardInput the content of {@code -}
 */
public record LogReader(Path directory, InputStream standardInput) {

  /** The name for standard input. */
  public static final String STANDARD_INPUT = "-";

  /** Hundreds of times the size of a usual log. */
  private static final SizeLimit LARGEST = new SizeLimit(16L << 20, "no log is that large");

  /**
   * Reads one log.
   *
   * @param name a file, or {@code -} for standard input
   * @throws DataException if it cannot be read
   */
  public TriageLog read(String name) {
    boolean isInput = name.equals(STANDARD_INPUT);
    String shown = isInput ? "<stdin>" : name;
    try {
      byte[] bytes = isInput ? LARGEST.read(standardInput) : LARGEST.read(path(name));
      return LogParser.parse(LogText.decode(shown, bytes));
    } catch (CharacterCodingException e) {
      throw new DataException("Reading the log " + shown + ": not UTF-8 text", e);
    } catch (IOException e) {
      throw new DataException(
          "Reading the log %s failed: %s; give a Markdown file such as reports/2025/2025-11-03.md"
              .formatted(shown, IoReasons.of(e)),
          e);
    }
  }

  /**
   * Reads several logs, those of a folder by date.
   *
   * @param names files, and folders of files named after dates
   * @throws DataException if a log cannot be read, or a folder has none
   */
  public List<TriageLog> readAll(List<String> names) {
    return readChains(names).stream().flatMap(List::stream).toList();
  }

  /**
   * Reads several logs, a list for each name: those of a folder by date, or one log.
   *
   * @param names files, and folders of files named after dates
   * @throws DataException if a log cannot be read, or a folder has none
   */
  public List<List<TriageLog>> readChains(List<String> names) {
    return names.stream().map(name -> namesIn(name).map(this::read).toList()).toList();
  }

  private Stream<String> namesIn(String name) {
    if (!isFolder(name)) {
      return Stream.of(name);
    }
    List<String> files = filesIn(name);
    if (files.isEmpty()) {
      throw new DataException(
          "Reading the folder " + name + ": it has no log such as 2025/2025-11-03.md");
    }
    return files.stream();
  }

  /** Whether a name is that of a folder. */
  public boolean isFolder(String name) {
    return Files.isDirectory(path(name));
  }

  /**
   * The logs in a folder and the folders below it, oldest first; empty if the folder does not
   * exist.
   *
   * @throws DataException if the folder or one below it cannot be read
   */
  public List<String> filesIn(String folder) {
    if (!isFolder(folder)) {
      return List.of();
    }
    Path base = directory.toAbsolutePath();
    boolean absolute = Path.of(folder).isAbsolute();
    try (Stream<Path> files = Files.walk(path(folder).toAbsolutePath())) {
      return files
          .filter(file -> LogFiles.dateIn(file.toString()).isPresent())
          .sorted(
              Comparator.comparing((Path file) -> LogFiles.dateIn(file.toString()).orElseThrow())
                  .thenComparing(Comparator.naturalOrder()))
          .map(file -> absolute ? file.toString() : base.relativize(file).toString())
          .toList();
    } catch (IOException e) {
      throw new DataException("Reading the folder " + folder + " failed: " + IoReasons.of(e), e);
    } catch (UncheckedIOException e) {
      // Thrown by the walk for a path below the folder, which the cause names.
      IOException cause = Objects.requireNonNull(e.getCause());
      String place =
          cause instanceof FileSystemException below && below.getFile() != null
              ? " at " + below.getFile()
              : "";
      throw new DataException(
          "Reading the folder " + folder + " failed" + place + ": " + IoReasons.of(cause), e);
    }
  }

  /**
   * Writes a log back atomically.
   *
   * @throws DataException if it cannot be written
   */
  public void write(LogText log) {
    try {
      AtomicFiles.write(path(log.name()).toRealPath(), log.bytes());
    } catch (IOException e) {
      throw new DataException(
          "Writing the log " + log.name() + " failed: " + IoReasons.of(e) + "; it is unchanged", e);
    }
  }

  /**
   * Where a log is published: as committed in the checkout that it lies in, or else on the default
   * branch of rustc-perf.
   *
   * @param name a file, or {@code -} for standard input
   * @param log the log that was read from it
   * @return empty if neither its name nor its heading has a date
   */
  public Optional<LogAddress> address(String name, TriageLog log) {
    Path file = path(name).toAbsolutePath().normalize();
    return (name.equals(STANDARD_INPUT) ? Optional.<GitCheckout>empty() : GitCheckout.around(file))
        .flatMap(checkout -> checkout.address(file, log.source().bytes()))
        .or(() -> LogAddress.of(log, file.toString()));
  }

  private Path path(String name) {
    return directory.resolve(name);
  }
}
