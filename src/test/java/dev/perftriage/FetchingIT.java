package dev.perftriage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perftriage.FakeServices.Question;
import dev.perftriage.Program.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fetching as a process that may be stopped at any moment. */
class FetchingIT {

  private static final String START = "23fced0fcc5e0ec260d25f04a8b78b269e5e90f0";

  /** How many pairs of runs share a store; {@code -Dperftriage.pairs=200} for a thorough test. */
  private static final int PAIRS = Integer.getInteger("perftriage.pairs", 3);

  private static final Path EXPECTED =
      Path.of("src/test/resources/dev/perftriage/week-2025-11-03/expected-report.md");
  private static final String NEWEST = "f5711a55f5d5e2f942057d0f6d648dd2d8b2c37b";

  @TempDir private Path directory;
  private FakeServices services;

  @BeforeEach
  void serve() {
    services = new FakeServices(Path.of("samples/2025-11-03"));
  }

  @AfterEach
  void stop() {
    services.close();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void aRunThatWasKilledIsContinuedByTheNext(long seed) throws Exception {
    services.delay(Duration.ofMillis(20));
    int requests = 1 + new Random(seed).nextInt(55);
    Process process = Program.in(directory).start(report("killed.md"));
    while (services.questions().size() < requests && process.isAlive()) {
      Thread.sleep(1);
    }
    process.destroyForcibly();
    process.waitFor();
    Set<String> stored = storedComparisons();
    int before = services.questions().size();

    Result result = Program.in(directory).run(report("week.md"));
    assertThat(result.exitCode()).isZero();
    assertThat(directory.resolve("week.md")).hasSameTextualContentAs(EXPECTED);
    assertThat(services.questions().subList(before, services.questions().size()))
        .filteredOn(Question::isComparison)
        // What ends at the newest commit may have grown meanwhile.
        .filteredOn(question -> !question.end().isEmpty() && !question.end().equals(NEWEST))
        .extracting(question -> question.start() + ".." + question.end())
        .filteredOn(stored::contains)
        .isEmpty();
    assertThat(temporaryFiles()).isEmpty();
  }

  /** Where Linux allows it, both are the first process of a container of their own. */
  @Test
  void twoRunsOfTheSameProcessNumberOnOneStoreDoNoHarm() throws Exception {
    Path second = Files.createDirectory(directory.resolve("second"));
    List<String> container = List.of("unshare", "--pid", "--fork", "--kill-child");
    boolean contained = succeeds(container);
    for (int pair = 0; pair < PAIRS; pair++) {
      List<String> command = new ArrayList<>(contained ? container : List.of());
      command.addAll(report("week.md"));
      deleteStore();
      Files.deleteIfExists(directory.resolve("week.md"));
      Files.deleteIfExists(second.resolve("week.md"));
      List<Process> processes =
          List.of(Program.in(directory).start(command), Program.in(second).start(command));
      for (Process process : processes) {
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isZero();
      }
      for (Path folder : List.of(directory, second)) {
        assertThat(folder.resolve("week.md")).hasSameTextualContentAs(EXPECTED);
        assertThat(folder.resolve("stderr")).content().isEmpty();
      }
      assertThat(temporaryFiles()).isEmpty();
      // The store lost nothing: it needs no service.
      int asked = services.questions().size();
      List<String> offline =
          Program.java(
              List.of(),
              "report",
              "--offline",
              "--start",
              START,
              "--date",
              "2025-11-03",
              "--store",
              "store",
              "-o",
              "-");
      assertThat(Program.in(directory).run(offline).out()).isEqualTo(Files.readString(EXPECTED));
      assertThat(services.questions()).hasSize(asked);
    }
  }

  private static boolean succeeds(List<String> container) throws InterruptedException {
    List<String> command = new ArrayList<>(container);
    command.add("true");
    try {
      return new ProcessBuilder(command).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private void deleteStore() throws IOException {
    Path store = directory.resolve("store");
    if (Files.exists(store)) {
      try (Stream<Path> files = Files.walk(store)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private List<Path> temporaryFiles() throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      return files.filter(file -> file.toString().endsWith(".tmp")).toList();
    }
  }

  @Test
  void anInterruptedRunSaysHowToGoOn() throws Exception {
    // No answer comes before the signal, so that no run is quick enough to end before it.
    services.delay(Duration.ofMinutes(1));
    Process process = Program.in(directory).start(Program.interruptible(report("week.md")));
    while (services.questions().size() < 2 && process.isAlive()) {
      Thread.sleep(5);
    }
    new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();

    assertThat(process.exitValue()).isEqualTo(130);
    assertThat(Files.readString(directory.resolve("stderr")))
        .contains("perf-triage: interrupted; fetched data is stored");
    assertThat(directory.resolve("week.md")).doesNotExist();
  }

  @Test
  void aFullDiskUnderTheOutputIsAnErrorAndAClosedPipeIsNone() {
    String sample = Path.of("samples/2025-11-03").toAbsolutePath().toString();
    String command =
        Program.JAVA
            + " -jar "
            + Program.JAR
            + " report --offline --date 2025-11-03 -o - --store "
            + sample;
    Result full = Program.in(directory).run("sh", "-c", command + " > /dev/full");
    assertThat(full.exitCode()).isEqualTo(3);
    assertThat(full.err().lines()).hasSize(1);
    assertThat(full.err()).contains("Writing to standard output failed");

    Result head = Program.in(directory).run("sh", "-c", command + " | head -n 1");
    assertThat(head.err()).isEmpty();
    assertThat(head.out()).isEqualTo("# 2025-11-03 Triage Log\n");
  }

  @Test
  void aRangeOfYearsFitsIntoASmallHeap() throws IOException {
    int merges = 2000;
    try (LongRange range = new LongRange(merges, 3000)) {
      List<String> command =
          Program.java(
              List.of("-Xmx256m"),
              "report",
              "-q",
              "--no-store",
              "--start",
              range.start(),
              "-o",
              "years.md");
      command.addAll(range.options());
      Result result = Program.in(directory).run(command);

      assertThat(result.err()).isEmpty();
      assertThat(result.exitCode()).isZero();
      assertThat(result.out()).contains(merges + " artifact comparisons made in total");
    }
  }

  @Test
  void anExportOfYearsFitsIntoASmallerHeapThanItsOutput() throws IOException {
    int merges = 2000;
    int testCases = 300;
    try (LongRange range = new LongRange(merges, testCases)) {
      List<String> command =
          Program.java(
              List.of("-Xmx64m"),
              "export",
              range.start(),
              "-q",
              "--store",
              "years",
              "-o",
              "values");
      command.addAll(range.options());
      Result result = Program.in(directory).run(command);

      assertThat(result.err()).isEmpty();
      assertThat(result.exitCode()).isZero();
      Path values = directory.resolve("values");
      assertThat(Files.size(values)).isGreaterThan(100L << 20);
      try (Stream<String> lines = Files.lines(values)) {
        assertThat(lines.count()).isEqualTo(1 + (long) merges * testCases);
      }
    }
  }

  private List<String> report(String file) {
    List<String> command =
        Program.java(
            List.of(),
            "report",
            "-q",
            "--start",
            START,
            "--date",
            "2025-11-03",
            "--store",
            directory.resolve("store").toString(),
            "-o",
            file);
    command.addAll(services.options());
    return command;
  }

  private Set<String> storedComparisons() throws IOException {
    Path comparisons = directory.resolve("store/comparisons");
    if (!Files.isDirectory(comparisons)) {
      return Set.of();
    }
    Set<String> stored = new HashSet<>();
    try (Stream<Path> files = Files.list(comparisons)) {
      files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".msgpack"))
          .forEach(name -> stored.add(name.replace(".instructions:u.msgpack", "")));
    }
    return stored;
  }
}
