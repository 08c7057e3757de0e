package dev.perftriage.source.io;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Writes every file of the program, whole or not at all, even if the program is killed or the
 * machine stops. No other class creates, changes or renames a file.
 */
public final class AtomicFiles {

  /** How often a file is written again because its temporary file or its folder vanished. */
  private static final int MOST_ATTEMPTS = 5;

  private AtomicFiles() {}

  /**
   * Writes a file, replacing an existing one, and creates its folder if necessary. It keeps the
   * permissions of the file that it replaces. A link of that name is replaced, not followed.
   *
   * @throws IOException if the file cannot be written; an existing one is then unchanged
   */
  public static void write(Path file, byte[] content) throws IOException {
    write(file, out -> out.write(content));
  }

  /**
   * Writes a file likewise, while its content is produced; more than once if its temporary file or
   * its folder vanishes.
   *
   * @throws IOException if the file cannot be written; an existing one is then unchanged
   */
  public static void write(Path file, Content content) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IOException("it is a folder");
    }
    StrayFiles.removeOnce(folder);
    for (int attempt = 1; ; attempt++) {
      createFolder(folder);
      try (TemporaryFile temporary = TemporaryFile.in(folder)) {
        temporary.permitAs(file);
        temporary.write(content);
        temporary.moveTo(file);
        return;
      } catch (NoSuchFileException e) {
        if (attempt == MOST_ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  /** Before Java 20, creating a folder fails if it exists as a link to one. */
  private static void createFolder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder);
    }
  }

  /**
   * Writes to a device or pipe, which is neither replaced nor created.
   *
   * @throws IOException if it cannot be written
   */
  public static void writeToDevice(Path device, Content content) throws IOException {
    try (FileChannel channel = FileChannel.open(device, StandardOpenOption.WRITE)) {
      TemporaryFile.writeAll(channel, content);
    }
  }

  /**
   * Writes a file for this run alone, readable by its user. It is removed when the program ends, or
   * if the program is killed, by the next run.
   *
   * @param folder the folder for temporary files
   * @throws IOException if the file cannot be written
   */
  // It stays open, and thereby locked, until the program ends.
  @SuppressWarnings("MustBeClosed")
  public static Path writeForThisRun(Path folder, byte[] content) throws IOException {
    StrayFiles.removeOnce(folder);
    TemporaryFile temporary = TemporaryFile.in(folder);
    temporary.path().toFile().deleteOnExit();
    temporary.permitOwnerOnly();
    temporary.write(out -> out.write(content));
    return temporary.path();
  }

  /** The content of a file. */
  @FunctionalInterface
  public interface Content {

    /** Writes the whole content, as bytes. */
    void writeTo(OutputStream out) throws IOException;
  }
}
