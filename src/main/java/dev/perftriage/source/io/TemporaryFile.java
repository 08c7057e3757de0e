package dev.perftriage.source.io;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A file that takes another one's place once it is complete, or else is removed. It is locked while
 * it is open, so that other runs can tell it from one that a killed run left behind.
 */
final class TemporaryFile implements AutoCloseable {

  private static final String PREFIX = ".perf-triage-";
  private static final String SUFFIX = ".tmp";

  private final Path path;
  private final FileChannel channel;

  private TemporaryFile(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /** Whether a file name is that of a temporary file. */
  static boolean isName(String name) {
    return name.startsWith(PREFIX) && name.endsWith(SUFFIX);
  }

  /**
   * Creates an empty file with a new name. An existing file or link is never opened.
   *
   * @throws IOException if it cannot be created
   */
  static TemporaryFile in(Path folder) throws IOException {
    while (true) {
      // Unlike the number of a process, random names differ between containers.
      ThreadLocalRandom random = ThreadLocalRandom.current();
      String name = Long.toHexString(random.nextLong()) + Long.toHexString(random.nextLong());
      Path path = folder.resolve(PREFIX + name + SUFFIX);
      FileChannel channel;
      try {
        channel = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      } catch (FileAlreadyExistsException e) {
        continue;
      }
      if (isLocked(channel)) {
        return new TemporaryFile(path, channel);
      }
      // Another run took it for a stray file before it was locked, and removes it.
      channel.close();
    }
  }

  /** Locks the file; true also on a file system without locks. */
  private static boolean isLocked(FileChannel channel) {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (IOException e) {
      return true;
    }
  }

  Path path() {
    return path;
  }

  /** Writes the whole content and waits until the disk has it. */
  void write(AtomicFiles.Content content) throws IOException {
    writeAll(channel, content);
    channel.force(true);
  }

  static void writeAll(FileChannel channel, AtomicFiles.Content content) throws IOException {
    content.writeTo(Channels.newOutputStream(channel));
  }

  /** Gives the file the permissions of the one that it will replace, if that exists. */
  void permitAs(Path replaced) throws IOException {
    PosixFileAttributeView view =
        Files.getFileAttributeView(
            replaced, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    if (view == null) {
      return;
    }
    try {
      PosixFileAttributes attributes = view.readAttributes();
      if (attributes.isRegularFile()) {
        permit(attributes.permissions());
      }
    } catch (NoSuchFileException e) {
      // A new file has the permissions that the user's umask leaves.
    }
  }

  private void permit(Set<PosixFilePermission> permissions) throws IOException {
    Files.setPosixFilePermissions(path, permissions);
  }

  /** Lets nobody else read the file, where the file system can. */
  void permitOwnerOnly() throws IOException {
    if (Files.getFileAttributeView(path, PosixFileAttributeView.class) != null) {
      permit(Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));
    }
  }

  /** Puts the file in another one's place. A link there is replaced, not followed. */
  void moveTo(Path file) throws IOException {
    Replacement.attempt(
        () ->
            Files.move(
                path, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING));
  }

  /** Removes the file unless it was moved. */
  @Override
  public void close() throws IOException {
    try {
      Files.deleteIfExists(path);
    } finally {
      channel.close();
    }
  }
}
