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
    List<ChartFile> drawings =
        charts.stream()
            .flatMap(chart -> formats.stream().map(format -> new ChartFile(chart, format)))
            .toList();
    // Side by side, since to draw one has nothing to do with the others.
    List<byte[]> contents = drawings.parallelStream().map(ChartFile::content).toList();
    for (int i = 0; i < drawings.size(); i++) {
      write(drawings.get(i).name(), contents.get(i));
    }
    List<FigureFile> files = new ArrayList<>();
    for (Chart chart : charts) {
      Path file = folder.resolve(chart.name() + "." + formats.get(0).extension());
      Figure figure = chart.figure();
      files.add(new FigureFile(figure, relative(page, file)));
    }
    return files;
  }

  private record ChartFile(Chart chart, ChartFormat format) {

    private String name() {
      return chart.name() + "." + format.extension();
    }

    private byte[] content() {
      return format.render(chart);
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
