package dev.perftriage.source.io;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Writes files whole or not at all, even if the program is killed. */
public final class AtomicFiles {

  private static final String TEMPORARY_PREFIX = ".perf-triage-";
  private static final String TEMPORARY_SUFFIX = ".tmp";
  private static final int ATTEMPTS = 10;
  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final AtomicLong COUNTER = new AtomicLong();

  private AtomicFiles() {}

  /**
   * Replaces a file. Windows refuses while any program has the file open, such as a virus scanner
   * or another run, which mostly closes it soon: so that is tried again for about a second.
   *
   * @throws IOException what the last attempt threw; anything but a refusal, at once
   */
  static void replacing(Replacement replacement) throws IOException {
    for (int attempt = 1; ; attempt++) {
      try {
        replacement.run();
        return;
      } catch (AccessDeniedException e) {
        if (attempt == ATTEMPTS) {
          throw e;
        }
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    }
  }

  /** One attempt to replace a file. */
  @FunctionalInterface
  interface Replacement {

    void run() throws IOException;
  }

  /** Whether a file name is that of a temporary file, such as a killed run leaves behind. */
  public static boolean isTemporary(String name) {
    return name.startsWith(TEMPORARY_PREFIX) && name.endsWith(TEMPORARY_SUFFIX);
  }

  /**
   * Writes a file, replacing an existing one, and creates its folder if necessary.
   *
   * @throws IOException if the file cannot be written; an existing one is then unchanged
   */
  public static void write(Path file, byte[] content) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IOException("it is a folder");
    }
    Files.createDirectories(folder);
    // Not Files.createTempFile: only their owner can read its files.
    Path temporary =
        folder.resolve(
            TEMPORARY_PREFIX
                + ProcessHandle.current().pid()
                + "-"
                + COUNTER.incrementAndGet()
                + TEMPORARY_SUFFIX);
    try {
      Files.write(temporary, content);
      replacing(
          () ->
              Files.move(
                  temporary,
                  file,
                  StandardCopyOption.ATOMIC_MOVE,
                  StandardCopyOption.REPLACE_EXISTING));
    } finally {
      Files.deleteIfExists(temporary);
    }
  }
}
