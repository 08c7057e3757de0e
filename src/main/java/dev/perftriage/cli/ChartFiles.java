package dev.perftriage.cli;

import dev.perftriage.report.Figure;
import dev.perftriage.report.FigureFile;
import dev.perftriage.report.chart.Chart;
import dev.perftriage.source.AtomicFiles;
import dev.perftriage.source.DataException;
import dev.perftriage.source.IoReasons;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;

/** Charts as files in a folder. */
final class ChartFiles {

  private final String name;
  private final Path folder;

  /**
   * Files in a folder.
   *
   * @param name the folder as the command line names it
   * @param folder the folder itself
   */
  ChartFiles(String name, Path folder) {
    this.name = name;
    this.folder = folder;
  }

  /** The folder as the command line names it. */
  String name() {
    return name;
  }

  /**
   * Writes every chart in every format.
   *
   * @param page the folder of the document that links to them
   * @return what the document links to, in the first of the formats
   * @throws DataException where a file could not be written
   */
  List<FigureFile> write(List<Chart> charts, List<ChartFormat> formats, Path page) {
    draw(charts, formats).write();
    return links(charts, formats, page);
  }

  /**
   * What a document links to for charts, in the first of the formats.
   *
   * @param page the folder of the document
   */
  List<FigureFile> links(List<Chart> charts, List<ChartFormat> formats, Path page) {
    List<FigureFile> files = new ArrayList<>();
    for (Chart chart : charts) {
      Path file = folder.resolve(chart.name() + "." + formats.get(0).extension());
      Figure figure = chart.figure();
      files.add(new FigureFile(figure, relative(page, file)));
    }
    return files;
  }

  /** Begins to draw every chart in every format, beside what the caller goes on with. */
  Drawings draw(List<Chart> charts, List<ChartFormat> formats) {
    Drawings drawings = new Drawings();
    for (Chart chart : charts) {
      for (ChartFormat format : formats) {
        drawings.begin(chart, format);
      }
    }
    return drawings;
  }

  /** Charts that are being drawn, side by side, since one has nothing to do with the others. */
  final class Drawings {

    private final List<String> names = new ArrayList<>();
    private final List<ForkJoinTask<byte[]>> contents = new ArrayList<>();

    private void begin(Chart chart, ChartFormat format) {
      names.add(chart.name() + "." + format.extension());
      contents.add(ForkJoinPool.commonPool().submit(() -> format.render(chart)));
    }

    /**
     * Writes all of them once they are drawn.
     *
     * @throws DataException where a file could not be written
     */
    void write() {
      // From the last one, so that this thread draws what no other one has begun.
      for (int i = contents.size() - 1; i >= 0; i--) {
        contents.get(i).join();
      }
      for (int i = 0; i < contents.size(); i++) {
        ChartFiles.this.write(names.get(i), contents.get(i).join());
      }
    }
  }

  private void write(String file, byte[] content) {
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
              + "; --charts=DIR writes elsewhere",
          e);
    }
  }

  private static String relative(Path page, Path file) {
    Path from = page.toAbsolutePath().normalize();
    Path to = file.toAbsolutePath().normalize();
    Path path = from.getRoot().equals(to.getRoot()) ? from.relativize(to) : to;
    List<String> parts = new ArrayList<>();
    path.forEach(part -> parts.add(part.toString()));
    return String.join("/", parts);
  }
}
