package dev.perftriage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perftriage.cli.Cli.Result;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which folder is a store, and what in it is the store's own. */
class StoreCommandTest {

  private static final int MEBIBYTE = 1 << 20;

  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "store clean --store @",
        "store --store @ clean --max-size 1",
        "store info --store @",
        "report --offline --store @",
        "fetch --start 2025-10-27 --store @",
      })
  void aBlankNameIsNoStoreAndNotTheWorkingDirectory(String line) throws IOException {
    Path commits = Files.writeString(directory.resolve("commits.json"), "[]");
    Path pull = Files.createDirectory(directory.resolve("pulls")).resolve("1.json");
    Files.writeString(pull, "{}");

    for (String blank : new String[] {"", " "}) {
      Result result =
          cli()
              .run(
                  Arrays.stream(line.split(" ", -1))
                      .map(word -> word.equals("@") ? blank : word)
                      .toArray(String[]::new));

      assertThat(result.exitCode()).isEqualTo(ExitCodes.USAGE);
      assertThat(result.err()).startsWith("perf-triage: --store: '").contains("not a folder name");
      assertThat(result.out()).isEmpty();
    }
    assertThat(commits).exists();
    assertThat(pull).exists();
  }

  @ParameterizedTest
  @ValueSource(strings = {"comparisons", "pulls"})
  void aStoreMayBeNamedAsAPartOfOne(String name) throws IOException {
    Path commits = Files.createDirectory(directory.resolve(name)).resolve("commits.json");
    Files.write(commits, new byte[2 * MEBIBYTE]);

    assertThat(cli().run("store", "info", "--store", name).out())
        .contains("0 comparisons, 0 pull requests, 2.00 MiB");
    assertThat(cli().run("store", "clean", "--store", name, "--max-size", "1").out())
        .startsWith("0 B freed in ");
    assertThat(commits).exists();
  }

  @Test
  void oldHistoriesMakePlaceAsOldComparisonsDo() throws IOException {
    Path histories = Files.createDirectories(directory.resolve("store/histories"));
    Path old = histories.resolve("2025-08-01...instructions:u.a+opt+full+llvm+x.json");
    Files.write(old, new byte[2 * MEBIBYTE]);

    assertThat(cli().run("store", "clean", "--store", "store", "--max-size", "1").out())
        .startsWith("2.00 MiB freed in ");
    assertThat(old).doesNotExist();
  }

  @Test
  void whatAnotherRunRemovesMeanwhileHidesNothingElse() throws IOException {
    Path pulls = Files.createDirectories(directory.resolve("store/pulls"));
    for (int number = 0; number < 20; number++) {
      Path file = pulls.resolve(number + ".json");
      if (number % 2 == 0) {
        // As a file that is gone: it is listed, but has neither size nor time.
        Files.createSymbolicLink(file, directory.resolve("gone"));
      } else {
        Files.writeString(file, "{}");
      }
    }

    assertThat(cli().run("store", "info", "--store", "store").out())
        .contains("0 comparisons, 10 pull requests, 20 B");
    assertThat(cli().run("store", "clean", "--store", "store").out()).startsWith("20 B freed in ");
    assertThat(pulls.resolve("19.json")).doesNotExist();
  }

  @Test
  void cleaningNeverFollowsALinkOutOfTheStore() throws IOException {
    Path elsewhere = Files.createDirectories(directory.resolve("elsewhere"));
    Path victim = Files.writeString(elsewhere.resolve("1.json"), "precious");
    Path store = Files.createDirectory(directory.resolve("store"));
    Files.createSymbolicLink(store.resolve("comments"), elsewhere);
    Path pulls = Files.createDirectory(store.resolve("pulls"));
    Files.createSymbolicLink(pulls.resolve("1.json"), victim);
    Files.writeString(pulls.resolve("2.json"), "{}");

    assertThat(cli().run("store", "info", "--store", "store").out())
        .contains("0 comparisons, 1 pull request, 2 B");
    assertThat(cli().run("store", "clean", "--store", "store").out()).startsWith("2 B freed in ");
    assertThat(victim).hasContent("precious");
    assertThat(pulls.resolve("2.json")).doesNotExist();
  }

  @Test
  void aStoreThatIsItselfALinkIsCleaned() throws IOException {
    Path disk = Files.createDirectories(directory.resolve("disk/pulls"));
    Files.writeString(disk.resolve("1.json"), "{}");
    Files.createSymbolicLink(directory.resolve("store"), directory.resolve("disk"));

    assertThat(cli().run("store", "clean", "--store", "store").out()).startsWith("2 B freed in ");
    assertThat(disk.resolve("1.json")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "1"})
  void cleaningRemovesAndCountsWhatKilledRunsLeft(String maxSize) throws IOException {
    Path comparisons = Files.createDirectories(directory.resolve("store/comparisons"));
    Path stray = Files.writeString(comparisons.resolve(".perf-triage-12-1.tmp"), "half");
    Path written = Files.writeString(comparisons.resolve(".perf-triage-ab.tmp"), "unfinished");
    try (FileChannel writer = FileChannel.open(written, StandardOpenOption.WRITE);
        FileLock lock = writer.lock()) {
      assertThat(lock.isValid()).isTrue();

      assertThat(cli().run("store", "clean", "--store", "store", "--max-size", maxSize).out())
          .startsWith("4 B freed in ");
      assertThat(stray).doesNotExist();
      assertThat(written).exists();
    }
  }

  private Cli cli() {
    return Cli.in(directory);
  }
}
