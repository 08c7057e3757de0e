package dev.perftriage.source.store;

import dev.perftriage.model.DataException;
import dev.perftriage.source.io.IoReasons;
import dev.perftriage.source.io.StrayFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A file of a store. Its methods throw a {@link DataException} if a file cannot be read or removed.
 */
record StoredFile(Path path, StorePart part, long bytes, FileTime time) {

  /**
   * A store's own files, oldest first; other files in its folder are ignored. Links, and folders
   * that are links, may lead out of the store and are none of its own.
   */
  static List<StoredFile> in(Path folder) {
    List<StoredFile> files = new ArrayList<>();
    for (StorePart part : partsIn(folder)) {
      for (Path file : children(part.in(folder))) {
        if (part.owns(String.valueOf(file.getFileName()))) {
          at(file, part).ifPresent(files::add);
        }
      }
    }
    files.sort(Comparator.comparing(StoredFile::time).thenComparing(StoredFile::path));
    return files;
  }

  /** The parts whose folders are the store's own, rather than links. */
  private static List<StorePart> partsIn(Path folder) {
    return Arrays.stream(StorePart.values())
        .filter(part -> part == StorePart.LISTS || !Files.isSymbolicLink(part.in(folder)))
        .toList();
  }

  /** Removes temporary files of killed runs; returns how many bytes were freed. */
  static long removeStrays(Path folder) {
    return partsIn(folder).stream().mapToLong(part -> StrayFiles.remove(part.in(folder))).sum();
  }

  static long bytes(List<StoredFile> files) {
    return files.stream().mapToLong(StoredFile::bytes).sum();
  }

  /** The children of a folder, in no particular order; empty if there is no such folder. */
  static List<Path> children(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> children = Files.list(folder)) {
      return listed(children);
    } catch (NoSuchFileException e) {
      // Another run removed it meanwhile.
      return List.of();
    } catch (IOException e) {
      throw new DataException("Reading the folder " + folder + " failed: " + IoReasons.of(e), e);
    }
  }

  /** All children; throws an {@link IOException} also if reading fails midway. */
  static List<Path> listed(Stream<Path> children) throws IOException {
    try {
      return children.toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** A listed file; empty if it is a link, or another run has removed it meanwhile. */
  private static Optional<StoredFile> at(Path file, StorePart part) {
    try {
      BasicFileAttributes attributes =
          Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      return Optional.of(
              new StoredFile(file, part, attributes.size(), attributes.lastModifiedTime()))
          .filter(unused -> attributes.isRegularFile());
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new DataException("Reading " + file + " failed: " + IoReasons.of(e), e);
    }
  }

  /** Removes the file; returns how many bytes that freed, 0 if another run removed it. */
  long remove() {
    try {
      return Files.deleteIfExists(path) ? bytes : 0;
    } catch (IOException e) {
      throw new DataException("Removing " + path + " failed: " + IoReasons.of(e), e);
    }
  }
}
