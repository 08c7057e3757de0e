package dev.perftriage.source.io;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Threads that do not keep the program alive. */
public final class DaemonThreads {

  private DaemonThreads() {}

  /** Starts a daemon thread. */
  public static void start(String name, Runnable work) {
    thread(name, work).start();
  }

  /** A pool of {@code size} threads, which the caller shuts down. */
  public static ThreadPoolExecutor pool(String name, int size) {
    return new ThreadPoolExecutor(
        size, size, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> thread(name, work));
  }

  private static Thread thread(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }
}
