package dev.perftriage.app;

import dev.perftriage.model.DataException;
import dev.perftriage.source.io.AtomicFiles;
import dev.perftriage.source.io.IoReasons;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Charts as files in a folder. */
public final class ChartFiles {

  private final String name;
  private final Path folder;
  private final String option;

  /**
   * Files in a folder.
   *
   * @param name the folder as the command line names it
   * @param folder the folder itself
   * @param option what names another folder, with its value, for messages
   */
  public ChartFiles(String name, Path folder, String option) {
    this.name = name;
    this.folder = folder;
    this.option = option;
  }

  /** The folder as the command line names it. */
  public String name() {
    return name;
  }

  /**
   * What a document links to for a file, with {@code /}.
   *
   * @param page the folder of the document
   */
  public String link(String file, Path page) {
    Path from = page.toAbsolutePath().normalize();
    Path to = folder.resolve(file).toAbsolutePath().normalize();
    Path path = from.getRoot().equals(to.getRoot()) ? from.relativize(to) : to;
    List<String> parts = new ArrayList<>();
    path.forEach(part -> parts.add(part.toString()));
    return String.join("/", parts);
  }

  /**
   * Writes a file.
   *
   * @throws DataException where it could not be written
   */
  public void write(String file, byte[] content) {
    try {
      AtomicFiles.write(folder.resolve(file), content);
    } catch (IOException e) {
      throw new DataException(
          "Writing the chart "
              + name
              + "/"
              + file
              + " failed: "
              + IoReasons.of(e)
              + "; "
              + option
              + " writes elsewhere",
          e);
    }
  }
}
