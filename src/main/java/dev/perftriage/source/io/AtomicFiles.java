package dev.perftriage.source.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.atomic.AtomicLong;

/** Writes files whole or not at all, even if the program is killed. */
public final class AtomicFiles {

  private static final String TEMPORARY_PREFIX = ".perf-triage-";
  private static final String TEMPORARY_SUFFIX = ".tmp";
  private static final AtomicLong COUNTER = new AtomicLong();

  private AtomicFiles() {}

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
      Files.move(
          temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }
}
