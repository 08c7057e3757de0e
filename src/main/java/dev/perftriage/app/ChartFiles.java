package dev.perftriage.app;

import dev.perftriage.model.DataException;
import dev.perftriage.source.io.AtomicFiles;
import dev.perftriage.source.io.IoReasons;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Charts as files in a folder.
 *
 * @param name the folder's name as given on the command line
 * @param folder the folder itself
 * @param option the option that sets the folder, with its value, for messages
 */
public record ChartFiles(String name, Path folder, String option) {

  /**
   * The path of a file relative to a document, separated by {@code /}.
   *
   * @param page the folder of the document
   */
  public String link(String file, Path page) {
    Path from = page.toAbsolutePath().normalize();
    Path to = folder.resolve(file).toAbsolutePath().normalize();
    Path path = from.getRoot().equals(to.getRoot()) ? from.relativize(to) : to;
    return StreamSupport.stream(path.spliterator(), false)
        .map(Path::toString)
        .collect(Collectors.joining("/"));
  }

  /**
   * Writes a file.
   *
   * @throws DataException if it cannot be written
   */
  public void write(String file, byte[] content) {
    try {
      AtomicFiles.write(folder.resolve(file), content);
    } catch (IOException e) {
      throw new DataException(
          "Writing the chart %s/%s failed: %s; %s writes elsewhere"
              .formatted(name, file, IoReasons.of(e), option),
          e);
    }
  }

  /** The formats of chart files. */
  public enum ChartFormat {
    /** Sharp at any size, with values as tooltips. */
    SVG,
    /** For viewers without SVG. */
    PNG;

    /** The file name extension, without a dot. */
    String extension() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
