package dev.perftriage.app;

import dev.perftriage.source.io.AtomicFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes results to files. */
public final class OutputFiles {

  private OutputFiles() {}

  /**
   * Writes a text atomically. A link that the user made is followed to its file, which is replaced;
   * one that leads nowhere is replaced itself. Devices and pipes are written to, not replaced.
   *
   * @throws IOException if the file cannot be written
   */
  public static void write(Path file, String text) throws IOException {
    write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Writes bytes in the same manner.
   *
   * @throws IOException if the file cannot be written
   */
  public static void write(Path file, byte[] bytes) throws IOException {
    write(file, out -> out.write(bytes));
  }

  /** Writes content of any length likewise, while it is produced. */
  public static void write(Path file, AtomicFiles.Content content) throws IOException {
    Path path = Files.exists(file) ? file.toRealPath() : file;
    if (Files.exists(path) && !Files.isRegularFile(path)) {
      AtomicFiles.writeToDevice(path, content);
    } else {
      AtomicFiles.write(path, content);
    }
  }
}
