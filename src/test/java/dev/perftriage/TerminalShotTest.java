package dev.perftriage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perftriage.cli.Cli;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The README's picture of a terminal is what the program prints. Run with {@code
 * -Dgolden.update=true} to draw it again, then look at it before committing.
 */
class TerminalShotTest {

  private static final int COLUMNS = 96;

  @TempDir private Path directory;

  @Test
  void theReadmeShowsAComparisonAsItIsPrinted() throws IOException {
    Path input = Path.of("samples/148193.json");
    Cli.Result result =
        Cli.in(directory)
            .atTerminal(COLUMNS, Map.of())
            .run(
                "compare",
                "--input",
                input.toAbsolutePath().toString(),
                "-m=instructions:u",
                "--limit=5");
    assertThat(result.exitCode()).isZero();

    String command = "\u001b[1m$ perf-triage compare --input %s --limit 5\u001b[0m";
    List<String> lines =
        Stream.concat(Stream.of(command.formatted(input)), result.out().lines()).toList();
    Golden.assertEquals(TerminalShot.of(COLUMNS, lines), Path.of("src/docs/terminal.svg"));
  }

  @Test
  void markupInOutputIsText() {
    assertThat(TerminalShot.of(10, List.of("a < b & c")))
        .contains(">a &lt; b &amp; c</text>")
        .doesNotContain("< b");
  }
}
