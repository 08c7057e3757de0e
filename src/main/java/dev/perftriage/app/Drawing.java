package dev.perftriage.app;

import dev.perftriage.model.DataException;
import dev.perftriage.report.chart.Charts;
import dev.perftriage.source.io.AtomicFiles;
import dev.perftriage.source.io.DaemonThreads;
import dev.perftriage.source.io.IoReasons;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;

/**
 * Draws in the background, with one thread per core. Works without a display, fonts and fontconfig.
 */
public final class Drawing {

  private static final Executor THREADS =
      DaemonThreads.pool("drawing", Runtime.getRuntime().availableProcessors());

  private static final String FONT_CONFIGURATION = "sun.awt.fontconfig";

  private static final FutureTask<Void> REHEARSAL = new FutureTask<>(Charts::rehearse, null);

  private Drawing() {}

  /**
   * Begins to prepare the process in the background.
   *
   * @param options the options to name in messages
   * @throws DataException if a temporary file cannot be written
   */
  public static void begin(OptionNames options) {
    configure(options);
    begin(REHEARSAL);
  }

  /**
   * Prepares the process before AWT loads, or waits for a preparation that has begun.
   *
   * @param options the options to name in messages
   * @throws DataException if a temporary file cannot be written, or Java lacks a library for
   *     drawing
   */
  public static void prepare(OptionNames options) {
    configure(options);
    try {
      result(REHEARSAL);
    } catch (Error e) {
      // Thrown by Java if fonts or a font library are missing.
      Throwable reason = e;
      while (reason.getCause() != null) {
        reason = reason.getCause();
      }
      throw new DataException(
          "Java cannot draw charts on this machine: "
              + reason
              + "; it may lack libfreetype6. Leave out "
              + options.charts()
              + " and "
              + options.page()
              + ", or install it",
          e);
    }
  }

  private static void configure(OptionNames options) {
    System.setProperty("java.awt.headless", "true");
    boolean linux = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("linux");
    if (!linux || System.getProperty(FONT_CONFIGURATION) != null) {
      return;
    }
    try (InputStream configuration = Drawing.class.getResourceAsStream("fontconfig.properties")) {
      if (configuration == null) {
        throw new IllegalStateException("the program lacks its font configuration");
      }
      Path folder = Path.of(System.getProperty("java.io.tmpdir", ""));
      Path file = AtomicFiles.writeForThisRun(folder, configuration.readAllBytes());
      System.setProperty(FONT_CONFIGURATION, file.toString());
    } catch (IOException e) {
      throw new DataException(
          "Writing the font configuration for charts into the temporary folder failed: "
              + IoReasons.of(e)
              + "; leave out "
              + options.charts()
              + " and "
              + options.page()
              + " or free the disk",
          e);
    }
  }

  /** Queues a task, which does nothing if it has run by then. */
  static void begin(FutureTask<?> task) {
    THREADS.execute(task);
  }

  /** The result of a task, or its failure; runs it here if no thread has begun it. */
  static <T> T result(FutureTask<T> task) {
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
      if (e.getCause() instanceof Error failure) {
        throw failure;
      }
      throw new IllegalStateException("drawing failed", e);
    }
  }
}
