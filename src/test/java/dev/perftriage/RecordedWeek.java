package dev.perftriage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.msgpack.jackson.dataformat.MessagePackFactory;

/** A store's folder, as the performance site would answer from it. */
final class RecordedWeek {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ObjectMapper MESSAGE_PACK = new ObjectMapper(new MessagePackFactory());

  private static final int DATE_LENGTH = 10;

  private final Path folder;
  private final List<String> oldestFirst = new ArrayList<>();
  private final List<String> daysOldestFirst = new ArrayList<>();

  RecordedWeek(Path folder) {
    this.folder = folder;
    try {
      for (JsonNode commit : JSON.readTree(folder.resolve("commits.json").toFile())) {
        oldestFirst.add(0, commit.get("sha").asText());
        daysOldestFirst.add(0, commit.get("time").asText().substring(0, DATE_LENGTH));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path folder() {
    return folder;
  }

  String oldest() {
    return oldestFirst.get(0);
  }

  String newest() {
    return oldestFirst.get(oldestFirst.size() - 1);
  }

  boolean has(String sha) {
    return oldestFirst.contains(sha);
  }

  /** A commit and those after it, at most so many. */
  List<String> from(String sha, int most) {
    int first = oldestFirst.indexOf(sha);
    return oldestFirst.subList(first, Math.min(first + most, oldestFirst.size()));
  }

  /** Whether anything is recorded by a metric. */
  boolean isBy(String metric) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("comparisons"))) {
      return files.anyMatch(file -> file.toString().endsWith("." + metric + ".msgpack"));
    }
  }

  /**
   * The commit that a start means: of a date the first measured one since, of nothing the first.
   */
  String start(String bound, Set<String> withoutData) {
    if (!isLeftToTheSite(bound)) {
      return bound;
    }
    for (int i = 0; i < oldestFirst.size(); i++) {
      if (daysOldestFirst.get(i).compareTo(bound) >= 0
          && !withoutData.contains(oldestFirst.get(i))) {
        return oldestFirst.get(i);
      }
    }
    return bound;
  }

  /** The commit that an end means: of a date the last measured one until, of nothing the newest. */
  String end(String bound, Set<String> withoutData) {
    if (!isLeftToTheSite(bound)) {
      return bound;
    }
    for (int i = oldestFirst.size() - 1; i >= 0; i--) {
      if ((bound.isEmpty() || daysOldestFirst.get(i).compareTo(bound) <= 0)
          && !withoutData.contains(oldestFirst.get(i))) {
        return oldestFirst.get(i);
      }
    }
    return bound;
  }

  private static boolean isLeftToTheSite(String bound) {
    return bound.isEmpty() || bound.matches("\\d{4}-\\d{2}-\\d{2}");
  }

  /**
   * The answer about two commits: the recorded one, or one made up of recorded ones where the two
   * are one, or have others between them.
   */
  Optional<byte[]> answer(String start, String end, String metric) throws IOException {
    Path recorded = file(start, end, metric);
    if (Files.exists(recorded)) {
      return Optional.of(Files.readAllBytes(recorded));
    }
    int from = oldestFirst.indexOf(start);
    int to = start.equals(end) ? from : lastIndexBelow(oldestFirst.size(), end);
    if (from < 0 || to < from || !Files.exists(neighbour(Math.max(to, 1), metric))) {
      return Optional.empty();
    }
    return Optional.of(MESSAGE_PACK.writeValueAsBytes(madeUp(from, to, metric)));
  }

  /** The recorded answer to a request for self-profiles. */
  Optional<byte[]> profile(JsonNode request) throws IOException {
    Path profiles = folder.resolve("self-profiles");
    if (Files.exists(profiles)) {
      for (JsonNode recorded : JSON.readTree(profiles.resolve("requests.json").toFile())) {
        if (recorded.get("request").equals(request)) {
          return Optional.of(Files.readAllBytes(profiles.resolve(recorded.get("answer").asText())));
        }
      }
    }
    return Optional.empty();
  }

  private ObjectNode madeUp(int from, int to, String metric) throws IOException {
    ObjectNode last = read(neighbour(Math.max(to, 1), metric));
    ObjectNode first = read(neighbour(Math.min(from + 1, oldestFirst.size() - 1), metric));
    JsonNode a = from + 1 < oldestFirst.size() ? first.get("a") : last.get("b");
    JsonNode b = to > 0 ? last.get("b") : a;
    last.set("a", a);
    last.set("b", b);
    last.put("is_contiguous", false);
    last.put("prev", from > 0 ? oldestFirst.get(from - 1) : null);
    last.put("next", to + 1 < oldestFirst.size() ? oldestFirst.get(to + 1) : null);
    if (from == to) {
      last.putArray("compile_comparisons");
    }
    return last;
  }

  private int lastIndexBelow(int limit, String sha) {
    return oldestFirst.subList(0, limit).lastIndexOf(sha);
  }

  private Path neighbour(int to, String metric) {
    return file(oldestFirst.get(to - 1), oldestFirst.get(to), metric);
  }

  private Path file(String start, String end, String metric) {
    return folder.resolve("comparisons/" + start + ".." + end + "." + metric + ".msgpack");
  }

  private static ObjectNode read(Path file) throws IOException {
    return (ObjectNode) MESSAGE_PACK.readTree(file.toFile());
  }
}
