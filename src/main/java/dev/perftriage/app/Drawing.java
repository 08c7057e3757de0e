package dev.perftriage.app;

import dev.perftriage.model.DataException;
import dev.perftriage.report.chart.Charts;
import dev.perftriage.source.io.DaemonThreads;
import dev.perftriage.source.io.IoReasons;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;

/**
 * Draws in the background, with as many threads as the machine has cores, even where it has no
 * display, no fonts and no fontconfig.
 */
public final class Drawing {

  private static final Executor THREADS =
      DaemonThreads.pool("drawing", Runtime.getRuntime().availableProcessors());

  private static final String FONT_CONFIGURATION = "sun.awt.fontconfig";

  private static final FutureTask<Void> REHEARSAL = new FutureTask<>(Charts::rehearse, null);

  private Drawing() {}

  /**
   * Begins to prepare the process beside what the caller goes on with.
   *
   * @param options to name in messages
   * @throws DataException where the temporary file that this takes could not be written
   */
  public static void begin(OptionNames options) {
    configure(options);
    begin(REHEARSAL);
  }

  /**
   * Prepares the process, before the first class of AWT loads, or waits for what was begun.
   *
   * @param options to name in messages
   * @throws DataException where the temporary file that this takes could not be written, or Java
   *     lacks what it draws with
   */
  public static void prepare(OptionNames options) {
    configure(options);
    try {
      result(REHEARSAL);
    } catch (Error e) {
      // Java says by one that it lacks fonts or a library for them.
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
      Path file = Files.createTempFile("perf-triage-fonts", ".properties");
      file.toFile().deleteOnExit();
      Files.write(file, configuration.readAllBytes());
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

  /** Lets a thread run a task once it has nothing else to do, unless it was run meanwhile. */
  static void begin(FutureTask<?> task) {
    THREADS.execute(task);
  }

  /** What a task results in, with what it throws; it runs here if no other thread has begun it. */
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
