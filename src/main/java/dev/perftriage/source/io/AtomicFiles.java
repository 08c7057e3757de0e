package dev.perftriage.source.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.atomic.AtomicLong;

/** Files that are there whole or not at all, whenever the program is killed. */
public final class AtomicFiles {

  private static final String TEMPORARY_PREFIX = ".perf-triage-";
  private static final String TEMPORARY_SUFFIX = ".tmp";
  private static final AtomicLong COUNTER = new AtomicLong();

  private AtomicFiles() {}

  /** Whether a file's name is that of a write which a killed run never finished. */
  public static boolean isTemporary(String name) {
    return name.startsWith(TEMPORARY_PREFIX) && name.endsWith(TEMPORARY_SUFFIX);
  }

  /**
   * Writes a file, replacing one that exists, and makes its folder where there is none.
   *
   * @throws IOException where the file could not be written; the former one is then untouched
   */
  public static void write(Path file, byte[] content) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IOException("it is a folder");
    }
    Files.createDirectories(folder);
    // Not Files.createTempFile: its files are for the owner's eyes only.
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
