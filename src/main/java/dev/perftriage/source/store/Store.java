package dev.perftriage.source.store;

import dev.perftriage.model.DataException;
import dev.perftriage.model.Metric;
import dev.perftriage.source.io.AtomicFiles;
import dev.perftriage.source.io.IoReasons;
import dev.perftriage.source.store.StoredFile.Part;
import dev.perftriage.source.wire.Payload;
import dev.perftriage.source.wire.PayloadForm;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A folder of raw answers, one file each, that anybody can zip and send: {@code commits.json},
 * {@code comparisons/{start}..{end}.{metric}.msgpack} (or {@code .json}), {@code pulls/{n}.json}
 * and {@code untriaged.json}. Recorded weeks and the cache are both this.
 */
public final class Store {

  static final String PULLS = "pulls";
  static final String COMPARISONS = "comparisons";
  private static final String MESSAGE_PACK = ".msgpack";
  private static final String JSON = ".json";
  static final Pattern FILE_NAME =
      Pattern.compile("(?<start>.+?)\\.\\.(?<end>.+?)\\.(?<metric>[^.]+)\\.(msgpack|json)");

  private final Path folder;

  /** A store in a folder, which is made when something is first written. */
  public Store(Path folder) {
    this.folder = folder;
  }

  /** Where the store is. */
  public Path folder() {
    return folder;
  }

  /**
   * The metric that a stored comparison's file name says it is about; empty for a file of another
   * name.
   */
  public static Optional<Metric> metricOf(Path file) {
    Matcher name = FILE_NAME.matcher(String.valueOf(file.getFileName()));
    String metric = name.matches() ? decoded(name.group("metric")) : "";
    return metric.isBlank() ? Optional.empty() : Optional.of(new Metric(metric));
  }

  /** A stored answer, with the file it is in; empty where there is none. */
  public Optional<Payload> comparison(String start, String end, Metric metric) {
    String name = fileName(start, end, metric);
    return read(COMPARISONS + "/" + name + MESSAGE_PACK)
        .or(() -> read(COMPARISONS + "/" + name + JSON));
  }

  /** Keeps an answer. */
  public void putComparison(String start, String end, Metric metric, Payload answer) {
    String extension = PayloadForm.of(answer.bytes()) == PayloadForm.JSON ? JSON : MESSAGE_PACK;
    write(COMPARISONS + "/" + fileName(start, end, metric) + extension, answer);
  }

  /** The commits that stored comparisons of a metric start from and end at. */
  public Endpoints endpoints(Metric metric) {
    Set<String> starts = new HashSet<>();
    Set<String> ends = new HashSet<>();
    for (Matcher name : comparisonNames()) {
      if (decoded(name.group("metric")).equals(metric.name())) {
        starts.add(decoded(name.group("start")));
        ends.add(decoded(name.group("end")));
      }
    }
    return new Endpoints(starts, ends);
  }

  /**
   * The pairs of commits that stored comparisons of a metric are of, in the order of their names.
   */
  public SortedMap<String, SortedSet<String>> startsByEnd(Metric metric) {
    SortedMap<String, SortedSet<String>> starts = new TreeMap<>();
    for (Matcher name : comparisonNames()) {
      if (decoded(name.group("metric")).equals(metric.name())) {
        starts
            .computeIfAbsent(decoded(name.group("end")), end -> new TreeSet<>())
            .add(decoded(name.group("start")));
      }
    }
    return starts;
  }

  /** When a stored comparison was kept; empty where there is none, or where that is not known. */
  public Optional<FileTime> comparisonTime(String start, String end, Metric metric) {
    String name = COMPARISONS + "/" + fileName(start, end, metric);
    return time(name + MESSAGE_PACK).or(() -> time(name + JSON));
  }

  private Optional<FileTime> time(String name) {
    try {
      return Optional.of(Files.getLastModifiedTime(folder.resolve(name)));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The names of the metrics that there are comparisons by, in alphabetical order. */
  public SortedSet<String> metrics() {
    return comparisonNames().stream()
        .map(name -> decoded(name.group("metric")))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private List<Matcher> comparisonNames() {
    return StoredFile.children(folder.resolve(COMPARISONS)).stream()
        .map(file -> FILE_NAME.matcher(String.valueOf(file.getFileName())))
        .filter(Matcher::matches)
        .toList();
  }

  public Optional<Payload> commits() {
    return read("commits.json");
  }

  public void putCommits(Payload answer) {
    write("commits.json", answer);
  }

  public Optional<Payload> pull(int number) {
    return read(PULLS + "/" + number + JSON);
  }

  public void putPull(int number, Payload answer) {
    write(PULLS + "/" + number + JSON, answer);
  }

  public Optional<Payload> untriaged() {
    return read("untriaged.json");
  }

  public void putUntriaged(Payload answer) {
    write("untriaged.json", answer);
  }

  /**
   * What the store holds.
   *
   * @throws DataException where its folder cannot be read
   */
  public Contents contents() {
    List<StoredFile> files = StoredFile.in(folder);
    long bytes = 0;
    for (StoredFile file : files) {
      bytes += file.bytes();
    }
    return new Contents(
        (int) files.stream().filter(file -> file.part() == Part.COMPARISONS).count(),
        (int) files.stream().filter(file -> file.part() == Part.PULLS).count(),
        bytes,
        metrics());
  }

  /**
   * Drops the comparisons that were kept longest until the store is small enough.
   *
   * @param mostBytes how large it may stay
   * @return how many bytes were freed
   * @throws DataException where a file cannot be removed
   */
  public long trim(long mostBytes) {
    List<StoredFile> files = StoredFile.in(folder);
    long bytes = 0;
    for (StoredFile file : files) {
      bytes += file.bytes();
    }
    long freed = 0;
    for (StoredFile file : files) {
      if (bytes - freed <= mostBytes) {
        break;
      }
      if (file.part() == Part.COMPARISONS) {
        file.remove();
        freed += file.bytes();
      }
    }
    return freed;
  }

  /**
   * Drops every answer, and nothing else that may lie in the folder.
   *
   * @return how many bytes were freed
   * @throws DataException where a file cannot be removed
   */
  public long clear() {
    long freed = 0;
    for (StoredFile file : StoredFile.in(folder)) {
      file.remove();
      freed += file.bytes();
    }
    return freed;
  }

  /** A stored answer; another run may remove it at any time. */
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

  private void write(String name, Payload answer) {
    Path file = folder.resolve(name);
    try {
      AtomicFiles.write(file, answer.bytes());
    } catch (IOException e) {
      throw new DataException(
          "Writing "
              + file
              + " failed: "
              + IoReasons.of(e)
              + "; free the disk or name another --store",
          e);
    }
  }

  private static String fileName(String start, String end, Metric metric) {
    return encoded(start) + ".." + encoded(end) + "." + encoded(metric.name()).replace(".", "%2E");
  }

  private static String encoded(String part) {
    return URLEncoder.encode(part, StandardCharsets.UTF_8)
        .replace("%3A", ":")
        .replace("..", "%2E%2E");
  }

  private static String decoded(String part) {
    try {
      return URLDecoder.decode(part, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return part;
    }
  }

  /**
   * What stored comparisons connect.
   *
   * @param starts the commits they start from
   * @param ends the commits they end at
   */
  public record Endpoints(Set<String> starts, Set<String> ends) {

    public static final Endpoints NONE = new Endpoints(Set.of(), Set.of());

    /** Whether a stored comparison is about a commit, which must have been measured then. */
    public boolean contains(String commit) {
      return starts.contains(commit) || ends.contains(commit);
    }
  }

  /**
   * What a store holds.
   *
   * @param comparisons how many comparisons
   * @param pulls how many pull requests
   * @param bytes the size of all its files
   * @param metrics the names of the metrics of its comparisons, in alphabetical order
   */
  public record Contents(int comparisons, int pulls, long bytes, SortedSet<String> metrics) {}
}
