package dev.perftriage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perftriage.Program.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every command of the README and of each page works, and prints what it is said to print. */
class ReadmeIT {

  private static final Pattern PROMPT = Pattern.compile("^\\$ ", Pattern.MULTILINE);

  @TempDir private Path directory;

  static Stream<Path> pages() throws IOException {
    List<Path> pages = new ArrayList<>(List.of(Path.of("README.md")));
    try (Stream<Path> others = Files.list(Path.of("src/docs"))) {
      others.filter(file -> file.toString().endsWith(".md")).sorted().forEach(pages::add);
    }
    return pages.stream();
  }

  /**
   * Someone follows the page from its top, in a folder with nothing but the program and samples.
   */
  @ParameterizedTest
  @MethodSource("pages")
  void everyCommandDoesWhatThePageSays(Path page) throws IOException {
    for (String name : List.of("perf-triage", "samples")) {
      Files.createSymbolicLink(directory.resolve(name), Path.of(name).toAbsolutePath());
    }
    List<Example> examples = examples(page);
    try (FakeServices services = new FakeServices(Path.of("samples/2025-11-03"))) {
      services.answerAnyRevision();
      for (Example example : examples) {
        Result result =
            Program.in(directory)
                .with("HOME", directory.toString())
                .with("PERF_TRIAGE_PERF_URL", services.url())
                .with("PERF_TRIAGE_COMMITS_URL", services.url())
                .with("PERF_TRIAGE_GITHUB_URL", services.url())
                .run("sh", "-c", example.command());
        boolean finds = example.command().contains("log check") && !example.output().isEmpty();
        assertThat(result.exitCode())
            .as("%s%n%s", example.command(), result.err())
            .isEqualTo(finds ? 1 : 0);
        if (!example.output().isEmpty()) {
          assertThat(undated(result.out()))
              .as(example.command())
              .isEqualTo(undated(example.output()));
        }
      }
    }
  }

  /** A report without --date goes to the file of the day. */
  private static String undated(String output) {
    return output.replaceAll("reports/\\d{4}/\\d{4}-\\d{2}-\\d{2}", "reports/YYYY/YYYY-MM-DD");
  }

  private static List<Example> examples(Path page) throws IOException {
    List<Example> examples = new ArrayList<>();
    Parser.builder()
        .build()
        .parse(Files.readString(page))
        .accept(
            new AbstractVisitor() {
              @Override
              public void visit(FencedCodeBlock block) {
                if (block.getInfo().equals("console")) {
                  addTo(examples, block.getLiteral());
                }
              }
            });
    return examples;
  }

  private static void addTo(List<Example> examples, String console) {
    PROMPT
        .splitAsStream(console)
        .filter(part -> !part.isEmpty())
        .forEach(
            part -> {
              int end = part.indexOf('\n');
              examples.add(new Example(part.substring(0, end), part.substring(end + 1)));
            });
  }

  /**
   * A command of a page.
   *
   * @param command as it is typed
   * @param output what the page shows of it; empty where it shows nothing
   */
  private record Example(String command, String output) {}
}
