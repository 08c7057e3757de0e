package dev.perftriage.source.store;

import dev.perftriage.model.ComparisonQuery;
import dev.perftriage.model.DataException;
import dev.perftriage.model.Metric;
import dev.perftriage.source.io.AtomicFiles;
import dev.perftriage.source.io.IoReasons;
import dev.perftriage.source.store.StoreLayout.Part;
import dev.perftriage.source.wire.Payload;
import dev.perftriage.source.wire.PayloadForm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A folder of payloads as the services sent them, one file each, that anybody can zip and send; see
 * {@link StoreLayout}. Recorded weeks and the cache are both this.
 */
public final class Store {

  private final Path folder;

  /** A store in a folder, which is made when something is first written. */
  public Store(Path folder) {
    this.folder = folder;
  }

  /** Where the store is. */
  public Path folder() {
    return folder;
  }

  /** A stored comparison; empty where there is none. */
  public Optional<Payload> comparison(ComparisonQuery query) {
    return StoreLayout.comparisons(query).stream()
        .map(this::read)
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** Keeps a comparison. */
  public void putComparison(ComparisonQuery query, Payload payload) {
    write(StoreLayout.comparison(query, PayloadForm.of(payload.bytes())), payload);
  }

  /** The questions by a metric that the store has an answer to, in no particular order. */
  public List<ComparisonQuery> comparisons(Metric metric) {
    return comparisons().filter(query -> query.metric().equals(metric)).toList();
  }

  /** The names of the metrics that there are comparisons by, in alphabetical order. */
  public SortedSet<String> metrics() {
    return comparisons()
        .map(query -> query.metric().name())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Stream<ComparisonQuery> comparisons() {
    return StoredFile.children(Part.COMPARISONS.in(folder)).stream()
        .map(StoreLayout::queryOf)
        .flatMap(Optional::stream);
  }

  /** When a comparison was kept; empty where there is none, or where that is not known. */
  Optional<FileTime> comparisonTime(ComparisonQuery query) {
    return StoreLayout.comparisons(query).stream()
        .map(this::time)
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Optional<FileTime> time(String name) {
    try {
      return Optional.of(Files.getLastModifiedTime(folder.resolve(name)));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The stored list of merges; empty where there is none. */
  public Optional<Payload> commits() {
    return read(StoreLayout.COMMITS);
  }

  /** Keeps the list of merges. */
  public void putCommits(Payload payload) {
    write(StoreLayout.COMMITS, payload);
  }

  /** A stored pull request; empty where there is none. */
  public Optional<Payload> pull(int number) {
    return read(StoreLayout.pull(number));
  }

  /** Keeps a pull request. */
  public void putPull(int number, Payload payload) {
    write(StoreLayout.pull(number), payload);
  }

  /** The stored list of untriaged pull requests; empty where there is none. */
  public Optional<Payload> untriaged() {
    return read(StoreLayout.UNTRIAGED);
  }

  /** Keeps the list of untriaged pull requests. */
  public void putUntriaged(Payload payload) {
    write(StoreLayout.UNTRIAGED, payload);
  }

  /** A file's content; another run may remove it at any time. */
  private Optional<Payload> read(String name) {
    Path file = folder.resolve(name);
    try {
      return Optional.of(new Payload(Files.readAllBytes(file), file.toString()));
    } catch (IOException e) {
      if (!Files.exists(file)) {
        return Optional.empty();
      }
      throw new DataException("Reading " + file + " failed: " + IoReasons.of(e), e);
    }
  }

  private void write(String name, Payload payload) {
    Path file = folder.resolve(name);
    try {
      AtomicFiles.write(file, payload.bytes());
    } catch (IOException e) {
      throw new DataException("Writing " + file + " failed: " + IoReasons.of(e), e);
    }
  }
}
