package dev.perftriage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.msgpack.core.MessageBufferPacker;
import org.msgpack.core.MessagePack;
import org.msgpack.core.MessageUnpacker;
import org.msgpack.value.Value;
import org.msgpack.value.ValueFactory;

/**
 * The site answers in random order. Whatever the order, the same facts give the same bytes, in
 * every format.
 */
class ShuffledAnswersTest {

  @TempDir private static Path directory;

  @BeforeAll
  static void shuffleTheSample() throws IOException {
    copy(directory.resolve("recorded"), null);
    copy(directory.resolve("shuffled"), new Random(20251103));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "report",
        "report --annotate",
        "report --metric triage",
        "report --annotate --charts --chart-format svg --html",
        "report --format json",
        "report --explain #148193",
        "compare pr:148193",
        "compare pr:148193 --all --by benchmark,profile,category",
        "compare pr:148193 --all --format markdown",
        "compare pr:148193 --format html",
        "compare pr:148193 --format json",
        "compare pr:148193 --format jsonl",
        "compare pr:148193 --format csv",
        "compare pr:148193 --charts=drawn --chart-format svg",
      })
  void theOrderOfAnswersChangesNothing(String command) throws IOException {
    Map<String, String> recorded = run("recorded", command);

    assertThat(recorded.get("standard output")).isNotEmpty();
    assertThat(run("shuffled", command)).isEqualTo(recorded);
  }

  /** Standard output, standard error, exit code and every file that a command writes, by name. */
  private static Map<String, String> run(String store, String command) throws IOException {
    Path folder = Files.createTempDirectory(directory, "run");
    Files.createSymbolicLink(folder.resolve("week"), directory.resolve(store));
    Cli.Result result =
        Cli.in(folder).run(List.of("--store", "week", "--offline"), command.split(" "));
    Map<String, String> written = new TreeMap<>();
    written.put("standard output", result.out());
    written.put("standard error", result.err());
    written.put("exit code", Integer.toString(result.exitCode()));
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        written.put(folder.relativize(file).toString(), Files.readString(file));
      }
    }
    return written;
  }

  /** Copies the sample; its comparisons are shuffled unless {@code random} is null. */
  private static void copy(Path to, @Nullable Random random) throws IOException {
    try (Stream<Path> files = Files.walk(Cli.SAMPLE)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        Path copy = to.resolve(Cli.SAMPLE.relativize(file));
        Files.createDirectories(copy.getParent());
        byte[] bytes = Files.readAllBytes(file);
        boolean isComparison = file.startsWith(Cli.SAMPLE.resolve("comparisons"));
        Files.write(copy, random != null && isComparison ? shuffled(bytes, random) : bytes);
      }
    }
  }

  private static byte[] shuffled(byte[] answer, Random random) throws IOException {
    try (MessageUnpacker in = MessagePack.newDefaultUnpacker(answer);
        MessageBufferPacker out = MessagePack.newDefaultBufferPacker()) {
      out.packValue(shuffled(in.unpackValue(), random));
      return out.toByteArray();
    }
  }

  /** Lists of objects and of pairs, and the fields of objects; a pair's own order has a meaning. */
  private static Value shuffled(Value value, Random random) {
    if (value.isMapValue()) {
      List<Map.Entry<Value, Value>> fields = new ArrayList<>(value.asMapValue().map().entrySet());
      Collections.shuffle(fields, random);
      ValueFactory.MapBuilder map = ValueFactory.newMapBuilder();
      fields.forEach(field -> map.put(field.getKey(), shuffled(field.getValue(), random)));
      return map.build();
    }
    if (value.isArrayValue()) {
      List<Value> elements =
          value.asArrayValue().list().stream()
              .map(element -> shuffled(element, random))
              .collect(Collectors.toCollection(ArrayList::new));
      if (elements.stream().allMatch(element -> element.isMapValue() || element.isArrayValue())) {
        Collections.shuffle(elements, random);
      }
      return ValueFactory.newArray(elements);
    }
    return value;
  }
}
