package dev.perftriage.cli;

import dev.perftriage.report.Figure;
import dev.perftriage.report.FigureFile;
import dev.perftriage.report.chart.Chart;
import dev.perftriage.source.DataException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Charts that are being drawn and written, side by side and beside what the caller goes on with,
 * since none has anything to do with the others.
 */
final class Drawings {

  private final List<ChartFormat> formats;
  private final boolean forPage;
  private final List<FutureTask<List<Drawn>>> batches = new ArrayList<>();
  private final List<FutureTask<Void>> files = new ArrayList<>();

  /**
   * Nothing is drawn yet.
   *
   * @param formats what to draw charts as for files; may be none
   * @param forPage whether a page is to show them
   */
  Drawings(List<ChartFormat> formats, boolean forPage) {
    this.formats = List.copyOf(formats);
    this.forPage = forPage;
  }

  /** Begins to draw charts, after those begun before; no class of AWT loads where nobody asked. */
  void begin(Supplier<Stream<Chart>> charts) {
    if (!forPage && formats.isEmpty()) {
      return;
    }
    FutureTask<List<Drawn>> batch =
        new FutureTask<>(
            () -> {
              Drawing.prepare();
              return drawn(charts.get());
            });
    batches.add(batch);
    if (Drawing.isPrepared()) {
      batch.run();
    } else {
      Drawing.THREADS.execute(batch);
    }
  }

  /** Begins with the figures: a page waits for them, while pictures only become files. */
  private List<Drawn> drawn(Stream<Chart> charts) {
    boolean asFigures = forPage || formats.contains(ChartFormat.SVG);
    List<Drawn> batch =
        charts.map(Drawn::of).peek(drawn -> begin(drawn.figure, asFigures)).toList();
    batch.forEach(drawn -> begin(drawn.png, formats.contains(ChartFormat.PNG)));
    return batch;
  }

  private static void begin(FutureTask<?> part, boolean wanted) {
    if (wanted) {
      Drawing.THREADS.execute(part);
    }
  }

  int count() {
    return (int) charts().count();
  }

  /** The charts for a page, once they are drawn, in the order in which they were begun. */
  List<Figure> figures() {
    return results(charts().map(Drawn::figure).toList());
  }

  /**
   * What a document links to, in the first of the formats.
   *
   * @param page the folder of the document
   */
  List<FigureFile> links(ChartFiles folder, Path page) {
    return charts()
        .map(
            drawn ->
                new FigureFile(
                    drawn.chart.description(), folder.link(name(drawn, formats.get(0)), page)))
        .toList();
  }

  /** Begins to write the charts as files, each once it is drawn. */
  void beginToWrite(ChartFiles folder) {
    for (Drawn drawn : charts().toList()) {
      for (ChartFormat format : formats) {
        FutureTask<Void> file =
            new FutureTask<>(() -> folder.write(name(drawn, format), content(drawn, format)), null);
        files.add(file);
        Drawing.THREADS.execute(file);
      }
    }
  }

  /**
   * Waits until all files that were begun are written.
   *
   * @throws DataException where one could not be
   */
  void finishWriting() {
    results(files);
  }

  private Stream<Drawn> charts() {
    return batches.stream().map(Drawings::result).flatMap(List::stream);
  }

  private static String name(Drawn drawn, ChartFormat format) {
    return drawn.chart.name() + "." + format.extension();
  }

  private static byte[] content(Drawn drawn, ChartFormat format) {
    return switch (format) {
      case SVG -> result(drawn.figure).svg().getBytes(StandardCharsets.UTF_8);
      case PNG -> result(drawn.png);
    };
  }

  /** From the last one on, so that this thread does what no other one has begun. */
  private static <T> List<T> results(List<FutureTask<T>> tasks) {
    for (int i = tasks.size() - 1; i >= 0; i--) {
      tasks.get(i).run();
    }
    return tasks.stream().map(Drawings::result).toList();
  }

  /** What a task results in; it runs here if no other thread has begun it. */
  private static <T> T result(FutureTask<T> task) {
    task.run();
    try {
      return task.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DataException("Drawing charts was interrupted", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException("drawing failed", e);
    }
  }

  /** A chart and what is drawn of it, as far as that is wanted. */
  private record Drawn(Chart chart, FutureTask<Figure> figure, FutureTask<byte[]> png) {

    private static Drawn of(Chart chart) {
      return new Drawn(chart, new FutureTask<>(chart::figure), new FutureTask<>(chart::png));
    }
  }
}
