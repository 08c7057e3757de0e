package dev.perftriage.source.io;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Temporary files that killed runs left behind. */
public final class StrayFiles {

  /** The folders that this run has written to, so that each is searched once. */
  private static final ConcurrentMap<Path, Long> SEARCHED = new ConcurrentHashMap<>();

  private StrayFiles() {}

  /** Removes those in a folder, unless this run has searched it before. */
  static void removeOnce(Path folder) {
    SEARCHED.computeIfAbsent(folder, StrayFiles::remove);
  }

  /**
   * Removes those in a folder, but none that a run is writing, which holds a lock on it. What
   * cannot be removed stays.
   *
   * @return how many bytes were freed
   */
  public static long remove(Path folder) {
    long freed = 0;
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(
            folder, file -> TemporaryFile.isName(String.valueOf(file.getFileName())))) {
      for (Path file : files) {
        freed += removeIfStray(file);
      }
    } catch (IOException e) {
      // The folder is missing or cannot be read: the caller's own access to it will say so.
      return freed;
    }
    return freed;
  }

  private static long removeIfStray(Path file) {
    // Opening a pipe would wait for its reader.
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return 0;
    }
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
      long size = channel.size();
      return channel.tryLock() != null && Files.deleteIfExists(file) ? size : 0;
    } catch (IOException | OverlappingFileLockException e) {
      return 0;
    }
  }
}
