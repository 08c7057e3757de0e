package dev.perftriage.source.store;

import dev.perftriage.model.ComparisonQuery;
import dev.perftriage.model.DataException;
import dev.perftriage.model.Metric;
import dev.perftriage.model.TestCase;
import dev.perftriage.source.io.AtomicFiles;
import dev.perftriage.source.io.IoReasons;
import dev.perftriage.source.io.SizeLimit;
import dev.perftriage.source.wire.Payload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A folder of payloads as received, one file each, that anybody can zip and send; see {@link
 * StoreLayout}. Recorded weeks and the cache are both stores. Its methods throw a {@link
 * DataException} if a folder or file cannot be read, written or removed.
 *
 * @param folder its path; created by the first write
 */
public record Store(Path folder) {

  private static final SizeLimit LARGEST = new SizeLimit(SizeLimit.LARGEST, "remove it");

  /** A stored comparison; empty if there is none. */
  public Optional<Payload> comparison(ComparisonQuery query) {
    Optional<Payload> plain = first(StoreLayout.comparisons(query));
    return plain.isPresent() ? plain : first(StoreLayout.mixed(query));
  }

  private Optional<Payload> first(List<String> names) {
    return names.stream().map(this::find).flatMap(Optional::stream).findFirst();
  }

  /** All stored answers to a query: one, or several that differ in the targets of test cases. */
  public List<Payload> answers(ComparisonQuery query) {
    return names(query).map(this::find).flatMap(Optional::stream).toList();
  }

  /**
   * The name for a further answer that has each test case on a random one of its targets; empty if
   * the store has enough of them.
   */
  public Optional<String> nameOfMixed(ComparisonQuery query) {
    return StoreLayout.mixed(query).stream()
        .filter(name -> !Files.exists(folder.resolve(name)))
        .findFirst();
  }

  private static Stream<String> names(ComparisonQuery query) {
    return Stream.concat(
        StoreLayout.comparisons(query).stream(), StoreLayout.mixed(query).stream());
  }

  /** The queries whose comparisons by a metric are stored, in no particular order. */
  public List<ComparisonQuery> comparisons(Metric metric) {
    return comparisons().filter(query -> query.metric().equals(metric)).distinct().toList();
  }

  /** The names of the metrics of the stored comparisons, in alphabetical order. */
  public SortedSet<String> metrics() {
    return comparisons()
        .map(query -> query.metric().name())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Stream<ComparisonQuery> comparisons() {
    return StoredFile.children(StorePart.COMPARISONS.in(folder)).stream()
        .map(StoreLayout::queryOf)
        .flatMap(Optional::stream);
  }

  /** All stored histories of a test case by a metric, in the order of their names. */
  public List<Payload> histories(Metric metric, TestCase testCase) {
    String suffix = StoreLayout.historySuffix(metric, testCase);
    return StoredFile.children(StorePart.HISTORIES.in(folder)).stream()
        .map(file -> String.valueOf(file.getFileName()))
        .filter(name -> name.endsWith(suffix))
        .sorted()
        .map(name -> find(StorePart.HISTORIES.in(Path.of("")).resolve(name).toString()))
        .flatMap(Optional::stream)
        .toList();
  }

  /** When a comparison was stored; empty if there is none or the time is unknown. */
  Optional<FileTime> comparisonTime(ComparisonQuery query) {
    return names(query).map(this::time).flatMap(Optional::stream).findFirst();
  }

  /** When a payload was stored; empty if there is none or the time is unknown. */
  public Optional<Instant> storedAt(String name) {
    return time(name).map(FileTime::toInstant);
  }

  private Optional<FileTime> time(String name) {
    try {
      return Optional.of(Files.getLastModifiedTime(folder.resolve(name)));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /**
   * A stored payload; another run may remove it at any time.
   *
   * @param name its name in the {@link StoreLayout}
   * @return empty if there is none
   */
  public Optional<Payload> find(String name) {
    Path file = folder.resolve(name);
    try {
      // A pipe that nobody writes to is never read to its end.
      if (Files.readAttributes(file, BasicFileAttributes.class).isOther()) {
        throw new DataException(
            "Reading " + file + " failed: it is a pipe or a device, not a file");
      }
      return Optional.of(new Payload(LARGEST.read(file), file.toString()));
    } catch (NoSuchFileException e) {
      // Another run may create it before anybody looks again.
      return Optional.empty();
    } catch (IOException e) {
      if (!Files.exists(file)) {
        return Optional.empty();
      }
      throw new DataException("Reading " + file + " failed: " + IoReasons.of(e), e);
    }
  }

  /** Stores a payload under its name in the {@link StoreLayout}. */
  public void put(String name, Payload payload) {
    Path file = folder.resolve(name);
    try {
      AtomicFiles.write(file, payload.bytes());
    } catch (IOException e) {
      throw new DataException("Writing " + file + " failed: " + IoReasons.of(e), e);
    }
  }

  /** Counts and measures the store's own files. */
  public Contents contents() {
    List<StoredFile> files = StoredFile.in(folder);
    return new Contents(
        count(files, StorePart.COMPARISONS),
        count(files, StorePart.PULLS),
        StoredFile.bytes(files),
        metrics());
  }

  private static int count(List<StoredFile> files, StorePart part) {
    return (int) files.stream().filter(file -> file.part() == part).count();
  }

  /**
   * Removes the temporary files of killed runs, and the oldest comparisons, histories and
   * self-profiles until the store is small enough.
   *
   * @param maxBytes its maximum size, in bytes
   * @return how many bytes were freed
   */
  public long trim(long maxBytes) {
    long freed = StoredFile.removeStrays(folder);
    List<StoredFile> files = StoredFile.in(folder);
    long excess = StoredFile.bytes(files) - maxBytes;
    for (StoredFile file : files) {
      if (file.part().isTrimmed() && excess > 0) {
        freed += file.remove();
        excess -= file.bytes();
      }
    }
    return freed;
  }

  /**
   * Removes every payload and the temporary files of killed runs, but no other file; returns how
   * many bytes were freed.
   */
  public long clear() {
    long freed = StoredFile.removeStrays(folder);
    for (StoredFile file : StoredFile.in(folder)) {
      freed += file.remove();
    }
    return freed;
  }

  /**
   * What a store holds.
   *
   * @param comparisons how many comparisons
   * @param pulls how many pull requests
   * @param bytes the size of all its files, in bytes
   * @param metrics the names of the metrics of its comparisons, in alphabetical order
   */
  public record Contents(int comparisons, int pulls, long bytes, SortedSet<String> metrics) {}
}
