package dev.perftriage.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Files that are there whole or not at all, whenever the program is killed. */
public final class AtomicFiles {

  private AtomicFiles() {}

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
            "."
                + file.getFileName()
                + "."
                + ProcessHandle.current().pid()
                + "."
                + Thread.currentThread().getId()
                + ".tmp");
    try {
      Files.write(temporary, content);
      Files.move(
          temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }
}
