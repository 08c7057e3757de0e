package dev.perftriage.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A file of a store.
 *
 * @param path where it is
 * @param part what part of the store it belongs to
 * @param bytes its size
 * @param time when it was kept
 */
record StoredFile(Path path, Part part, long bytes, FileTime time) {

  /**
   * A store's own files, those kept longest first, and nothing else that may lie in its folder.
   *
   * @throws DataException where the folder cannot be read
   */
  static List<StoredFile> in(Path folder) {
    List<StoredFile> files = new ArrayList<>();
    for (Part part : Part.values()) {
      Path parent = folder.resolve(part.folder);
      if (!Files.isDirectory(parent)) {
        continue;
      }
      try (Stream<Path> children = Files.list(parent)) {
        for (Path file : children.filter(child -> isOwn(part, child)).toList()) {
          files.add(new StoredFile(file, part, Files.size(file), Files.getLastModifiedTime(file)));
        }
      } catch (NoSuchFileException e) {
        // Another run removed it meanwhile: what was listed so far is what there is.
      } catch (IOException e) {
        throw new DataException("Reading the folder " + parent + " failed: " + IoReasons.of(e), e);
      }
    }
    files.sort(Comparator.comparing(StoredFile::time).thenComparing(StoredFile::path));
    return files;
  }

  private static boolean isOwn(Part part, Path file) {
    String name = String.valueOf(file.getFileName());
    return switch (part) {
      case COMPARISONS -> Store.FILE_NAME.matcher(name).matches() || AtomicFiles.isTemporary(name);
      case PULLS -> name.matches("\\d+\\.json") || AtomicFiles.isTemporary(name);
      case LISTS ->
          name.equals("commits.json")
              || name.equals("untriaged.json")
              || AtomicFiles.isTemporary(name);
    };
  }

  /** Removes the file, where another run has not done so already. */
  void remove() {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new DataException("Removing " + path + " failed: " + IoReasons.of(e), e);
    }
  }

  /** The parts of a store, each in a folder of its own. */
  enum Part {
    /** The merges and the untriaged pull requests, in the store's folder itself. */
    LISTS(""),
    COMPARISONS(Store.COMPARISONS),
    PULLS(Store.PULLS);

    private final String folder;

    Part(String folder) {
      this.folder = folder;
    }
  }
}
