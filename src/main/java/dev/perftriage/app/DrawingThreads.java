package dev.perftriage.app;

import dev.perftriage.model.DataException;
import dev.perftriage.source.io.DaemonThreads;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;

/** Threads that draw and write charts in the background. */
public final class DrawingThreads {

  /** As many as the machine has cores. */
  private static final Executor THREADS =
      DaemonThreads.pool("drawing", Runtime.getRuntime().availableProcessors());

  private DrawingThreads() {}

  /** Lets a thread run a task once it has nothing else to do, unless it was run meanwhile. */
  public static void begin(FutureTask<?> task) {
    THREADS.execute(task);
  }

  /** What a task results in, with what it throws; it runs here if no other thread has begun it. */
  public static <T> T result(FutureTask<T> task) {
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
