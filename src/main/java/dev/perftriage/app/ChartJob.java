package dev.perftriage.app;

import dev.perftriage.app.ChartFiles.ChartFormat;
import dev.perftriage.model.DataException;
import dev.perftriage.report.Figure;
import dev.perftriage.report.FigureFile;
import dev.perftriage.report.chart.Chart;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Charts that are being drawn and written, side by side and beside what the caller goes on with,
 * since none has anything to do with the others.
 */
public final class ChartJob {

  private final List<ChartFormat> formats;
  private final boolean forPage;
  private final OptionNames options;
  private final List<FutureTask<List<Drawn>>> batches = new ArrayList<>();
  private final List<FutureTask<Void>> files = new ArrayList<>();

  /**
   * Nothing is drawn yet.
   *
   * @param formats what to draw charts as for files; may be none
   * @param forPage whether a page is to show them
   * @param options to name in messages
   */
  public ChartJob(List<ChartFormat> formats, boolean forPage, OptionNames options) {
    this.formats = List.copyOf(formats);
    this.forPage = forPage;
    this.options = options;
  }

  /** Begins to draw charts, after those begun before; no class of AWT loads where nobody asked. */
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

  /** Begins with the figures: a page waits for them, while pictures only become files. */
  private List<Drawn> drawn(Stream<Chart> charts) {
    List<Drawn> batch = new ArrayList<>();
    charts.forEach(
        chart -> {
          Drawn drawn =
              new Drawn(chart, new FutureTask<>(chart::figure), new FutureTask<>(chart::png));
          batch.add(drawn);
          if (forPage || formats.contains(ChartFormat.SVG)) {
            Drawing.begin(drawn.figure);
          }
        });
    if (formats.contains(ChartFormat.PNG)) {
      batch.forEach(drawn -> Drawing.begin(drawn.png));
    }
    return batch;
  }

  /**
   * How many charts there are.
   *
   * @throws DataException where Java cannot draw
   */
  public int count() {
    return (int) charts().count();
  }

  /**
   * The charts for a page, once they are drawn, in the order in which they were begun.
   *
   * @throws DataException where Java cannot draw
   */
  public List<Figure> figures() {
    return results(charts().map(Drawn::figure).toList());
  }

  /**
   * What a document links to, in the first of the formats.
   *
   * @param page the folder of the document
   * @throws DataException where Java cannot draw
   */
  public List<FigureFile> links(ChartFiles folder, Path page) {
    return charts()
        .map(
            drawn ->
                new FigureFile(
                    drawn.chart.description(), folder.link(name(drawn, formats.get(0)), page)))
        .toList();
  }

  /**
   * Begins to write the charts as files, each once it is drawn.
   *
   * @throws DataException where Java cannot draw
   */
  public void beginToWrite(ChartFiles folder) {
    for (Drawn drawn : charts().toList()) {
      for (ChartFormat format : formats) {
        FutureTask<Void> file =
            new FutureTask<>(() -> folder.write(name(drawn, format), content(drawn, format)), null);
        files.add(file);
        Drawing.begin(file);
      }
    }
  }

  /**
   * Waits until no file that was begun is being written any more.
   *
   * @throws DataException where one could not be written
   */
  public void finishWriting() {
    results(files);
  }

  private Stream<Drawn> charts() {
    return batches.stream().map(Drawing::result).flatMap(List::stream);
  }

  private static String name(Drawn drawn, ChartFormat format) {
    return drawn.chart.name() + "." + format.extension();
  }

  private static byte[] content(Drawn drawn, ChartFormat format) {
    return switch (format) {
      case SVG -> Drawing.result(drawn.figure).svg().getBytes(StandardCharsets.UTF_8);
      case PNG -> Drawing.result(drawn.png);
    };
  }

  /** What all tasks result in, once none is at work any more. */
  private static <T> List<T> results(List<FutureTask<T>> tasks) {
    // From the last one on, so that this thread does what no other one has begun.
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

  /** A chart and what is drawn of it, as far as that is wanted. */
  private record Drawn(Chart chart, FutureTask<Figure> figure, FutureTask<byte[]> png) {}
}
