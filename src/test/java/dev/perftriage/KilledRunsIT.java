package dev.perftriage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perftriage.log.TestLogs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Commands that are killed at random moments: every file is as before or as after, and the next run
 * ends as one that follows no kill. {@code -Dperftriage.kills=50} kills each command that often.
 */
class KilledRunsIT {

  private static final int KILLS = Integer.getInteger("perftriage.kills", 6);
  private static final Path SAMPLE = Path.of("samples/2025-11-03").toAbsolutePath();
  private static final Path RESOURCES = Path.of("src/test/resources/dev/perftriage");

  @TempDir private Path directory;

  @Test
  void aReportWithItsPageAndCharts() throws Exception {
    killAtAnyMoment(
        Map.of(),
        "report --offline --force --date 2025-11-03 -o work/week.md --html --charts --store "
            + SAMPLE);
  }

  @Test
  void aLogThatIsFixed() throws Exception {
    killAtAnyMoment(
        Map.of("log.md", bytes(RESOURCES.resolve("torture/fix-metric.md"))),
        "log check --fix work/log.md");
  }

  @Test
  void anEntryThatIsMoved() throws Exception {
    killAtAnyMoment(
        Map.of("log.md", bytes(RESOURCES.resolve("week-2025-11-03/expected-report.md"))),
        "log move work/log.md 148241 --to drop");
  }

  @Test
  void aLogThatIsPublished() throws Exception {
    killAtAnyMoment(
        Map.of(
            "2030-02-12.md", TestLogs.own("week.md").bytes(),
            "perf/triage/README.md", text("the logs"),
            "twir/draft/2030-02-13-this-week-in-rust.md",
                text("## Updates\n\n<!-- Perf results go here -->\n\n## Calls\n")),
        "log publish work/2030-02-12.md --rustc-perf work/perf --twir work/twir");
  }

  @Test
  void aStoreThatIsCleaned() throws Exception {
    Map<String, byte[]> store = files(SAMPLE);
    store.remove("README.md");
    killAtAnyMoment(store, "store clean --store work --max-size 1");
  }

  private void killAtAnyMoment(Map<String, byte[]> before, String command) throws Exception {
    Path work = directory.resolve("work");
    Path temporary = Files.createDirectory(directory.resolve("tmp"));
    List<String> program =
        Program.java(List.of("-Djava.io.tmpdir=" + temporary), command.split(" ", -1));
    reset(work, before);
    long start = System.nanoTime();
    int exitCode = Program.in(directory).run(program).exitCode();
    long usual = System.nanoTime() - start;
    Map<String, byte[]> after = files(work);
    assertThat(exitCode).isLessThan(2);
    assertThat(after).isNotEqualTo(before);

    Random random = new Random();
    for (int kill = 0; kill < KILLS; kill++) {
      reset(work, before);
      Process process = Program.in(directory).start(program);
      process.waitFor((long) (usual * random.nextDouble()), TimeUnit.NANOSECONDS);
      process.destroyForcibly().waitFor();
      Map<String, byte[]> left = files(work);
      left.keySet().removeIf(name -> name.endsWith(".tmp"));
      left.forEach(
          (name, content) ->
              assertThat(Stream.of(before, after).map(state -> state.get(name)))
                  .as(name)
                  .anyMatch(whole -> Arrays.equals(whole, content)));

      Program.in(directory).run(program);
      assertSame(files(work), after);
      // Java itself copies the fonts of a jar to files of that name.
      assertThat(files(temporary).keySet()).allMatch(name -> name.startsWith("+~JF"));
    }
  }

  private static void assertSame(Map<String, byte[]> files, Map<String, byte[]> expected) {
    assertThat(files.keySet()).isEqualTo(expected.keySet());
    files.forEach((name, content) -> assertThat(content).as(name).isEqualTo(expected.get(name)));
  }

  private static void reset(Path folder, Map<String, byte[]> files) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> old = Files.walk(folder)) {
        for (Path path : old.filter(Files::isRegularFile).toList()) {
          Files.delete(path);
        }
      }
    }
    Files.createDirectories(folder);
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
    }
  }

  /** All files below a folder, by their paths. */
  private static Map<String, byte[]> files(Path folder) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        files.put(folder.relativize(path).toString(), Files.readAllBytes(path));
      }
    }
    return files;
  }

  private static byte[] bytes(Path file) throws IOException {
    return Files.readAllBytes(file);
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
