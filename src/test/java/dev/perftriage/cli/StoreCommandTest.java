package dev.perftriage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perftriage.cli.Cli.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

  private Cli cli() {
    return Cli.in(directory);
  }
}
