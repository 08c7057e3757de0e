package dev.perftriage.app;

import dev.perftriage.app.ChartFiles.ChartFormat;
import dev.perftriage.model.DataException;
import dev.perftriage.report.Figure;
import dev.perftriage.report.FigureFile;
import dev.perftriage.report.chart.Chart;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Draws and writes charts concurrently, in the background. */
public final class ChartJob {

  private final List<ChartFormat> formats;
  private final boolean forPage;
  private final OptionNames options;
  private final List<FutureTask<List<Drawn>>> batches = new ArrayList<>();
  private final List<FutureTask<Void>> files = new ArrayList<>();

  /**
   * Creates a job without charts.
   *
   * @param formats the formats of chart files; may be empty
   * @param forPage whether a page shows the charts
   * @param options the options to name in messages
   */
  public ChartJob(List<ChartFormat> formats, boolean forPage, OptionNames options) {
    this.formats = List.copyOf(formats);
    this.forPage = forPage;
    this.options = options;
  }

  /** Begins to draw charts; AWT is not loaded unless charts are requested. */
  public void begin(Supplier<Stream<Chart>> charts) {
    if (forPage || !formats.isEmpty()) {
      FutureTask<List<Drawn>> batch =
          new FutureTask<>(
              () -> {
                Drawing.prepare(options);
                return drawn(charts.get());
              });
      batches.add(batch);
      Drawing.begin(batch);
    }
  }

  /**
   * Draws something else now.
   *
   * @throws DataException where Java cannot draw
   */
  <T> T draw(Supplier<T> drawing) {
    Drawing.prepare(options);
    return drawing.get();
  }

  /** Starts with the SVGs, because a page waits for them; PNGs only become files. */
  private List<Drawn> drawn(Stream<Chart> charts) {
    List<Drawn> batch = new ArrayList<>();
    charts.forEach(
        chart -> {
          Drawn drawn =
              new Drawn(
                  chart,
                  new FutureTask<>(chart::figure),
                  new FutureTask<>(chart::file),
                  new FutureTask<>(chart::png));
          batch.add(drawn);
          if (chart.isEmpty()) {
            return;
          }
          if (forPage) {
            Drawing.begin(drawn.figure);
          }
          if (formats.contains(ChartFormat.SVG)) {
            Drawing.begin(drawn.file);
          }
        });
    if (formats.contains(ChartFormat.PNG)) {
      batch.stream()
          .filter(drawn -> !drawn.chart.isEmpty())
          .forEach(drawn -> Drawing.begin(drawn.png));
    }
    return batch;
  }

  /**
   * The number of charts that have something to show.
   *
   * @throws DataException where Java cannot draw
   */
  public int count() {
    return (int) charts().filter(drawn -> !drawn.chart.isEmpty()).count();
  }

  /**
   * The charts for a page, in the order in which they were begun; waits until they are drawn.
   *
   * @throws DataException where Java cannot draw
   */
  public List<Figure> figures() {
    return results(charts().map(Drawn::figure).toList());
  }

  /**
   * The chart files in the first of the formats, for a document to link to.
   *
   * @param page the folder of the document
   * @throws DataException where Java cannot draw
   */
  public List<FigureFile> links(ChartFiles folder, Path page) {
    return charts()
        .map(
            drawn ->
                new FigureFile(
                    drawn.chart.description(),
                    drawn.chart.isEmpty() ? "" : folder.link(name(drawn, formats.get(0)), page)))
        .toList();
  }

  /**
   * Begins to write the charts to files, each as soon as it is drawn.
   *
   * @throws DataException where Java cannot draw
   */
  public void beginToWrite(ChartFiles folder) {
    for (Drawn drawn : charts().filter(drawn -> !drawn.chart.isEmpty()).toList()) {
      for (ChartFormat format : formats) {
        FutureTask<Void> file =
            new FutureTask<>(() -> folder.write(name(drawn, format), content(drawn, format)), null);
        files.add(file);
        Drawing.begin(file);
      }
    }
  }

  /**
   * Waits until all files are written.
   *
   * @throws DataException if a file cannot be written
   */
  public void finishWriting() {
    results(files);
  }

  /** The charts in order; those with nothing to show that say the same only once. */
  private Stream<Drawn> charts() {
    Set<String> said = new HashSet<>();
    return batches.stream()
        .map(Drawing::result)
        .flatMap(List::stream)
        .filter(drawn -> !drawn.chart.isEmpty() || said.add(drawn.chart.description()));
  }

  private static String name(Drawn drawn, ChartFormat format) {
    return drawn.chart.name() + "." + format.extension();
  }

  private static byte[] content(Drawn drawn, ChartFormat format) {
    return switch (format) {
      case SVG -> Drawing.result(drawn.file).getBytes(StandardCharsets.UTF_8);
      case PNG -> Drawing.result(drawn.png);
    };
  }

  /** The results of all tasks, once all have ended; throws the first failure. */
  private static <T> List<T> results(List<FutureTask<T>> tasks) {
    // From the last one, which other threads have most likely not begun.
    for (int i = tasks.size() - 1; i >= 0; i--) {
      tasks.get(i).run();
    }
    List<T> results = new ArrayList<>();
    Optional<RuntimeException> failure = Optional.empty();
    for (FutureTask<T> task : tasks) {
      try {
        results.add(Drawing.result(task));
      } catch (RuntimeException e) {
        failure = failure.or(() -> Optional.of(e));
      }
    }
    if (failure.isPresent()) {
      throw failure.get();
    }
    return results;
  }

  /** A chart and the tasks that draw it, of which only the requested ones run. */
  private record Drawn(
      Chart chart, FutureTask<Figure> figure, FutureTask<String> file, FutureTask<byte[]> png) {}
}
