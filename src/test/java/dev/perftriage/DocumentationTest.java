package dev.perftriage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The README is short, and every link in it and in the pages leads somewhere. */
class DocumentationTest {

  private static final int MOST_WORDS = 1200;
  private static final Path README = Path.of("README.md");
  private static final Pattern LINK = Pattern.compile("\\]\\((?<target>[^)\\s]+)\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ (?<text>.*)$");
  private static final Pattern SHELL = Pattern.compile("(?m)^```sh\n(?<lines>(?s:.*?))^```$");

  static Stream<Path> pages() throws IOException {
    List<Path> pages = new ArrayList<>(List.of(README));
    for (String folder : List.of("src/docs", ".github")) {
      try (Stream<Path> files = Files.walk(Path.of(folder))) {
        files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(pages::add);
      }
    }
    return pages.stream();
  }

  @Test
  void theReadmeIsShort() throws IOException {
    assertThat(Files.readString(README).strip().split("\\s+")).hasSizeLessThan(MOST_WORDS);
  }

  @Test
  void theReadmeLinksEveryPage() throws IOException {
    String readme = Files.readString(README);
    try (Stream<Path> pages = Files.list(Path.of("src/docs"))) {
      assertThat(pages.filter(page -> page.toString().endsWith(".md")))
          .filteredOn(page -> !page.endsWith("noise-evidence.md"))
          .allSatisfy(page -> assertThat(readme).contains("](" + page + ")"));
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyLinkLeadsToAFileAndItsHeading(Path page) throws IOException {
    for (MatchResult link : LINK.matcher(Files.readString(page)).results().toList()) {
      String target = link.group(1);
      if (!target.startsWith("https://")) {
        String[] parts = target.split("#", 2);
        Path file = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]).normalize();
        assertThat(file).as("%s in %s", target, page).exists();
        if (parts.length == 2) {
          assertThat(anchors(file)).as("%s in %s", target, page).contains(parts[1]);
        }
      }
    }
  }

  /** What {@code ReadmeIT} does not run, because it needs checkouts or hours, runs elsewhere. */
  @ParameterizedTest
  @MethodSource("pages")
  void aCommandThatIsNotRunFromThePageIsRunElsewhere(Path page) throws IOException {
    String monday = Files.readString(README).split("## Monday in six commands\n", 2)[1];
    List<String> elsewhere = new ArrayList<>(monday.split("```sh\n|```\n", 3)[1].lines().toList());
    elsewhere.add("bin/perf-triage report --store sample --offline");
    assertThat(SHELL.matcher(Files.readString(page)).results())
        .flatMap(block -> block.group(1).lines().toList())
        .filteredOn(line -> line.contains("perf-triage "))
        .isSubsetOf(elsewhere);
  }

  /** The names of a page's headings in links, as GitHub makes them. */
  private static List<String> anchors(Path page) throws IOException {
    return HEADING
        .matcher(Files.readString(page))
        .results()
        .map(heading -> heading.group(1).toLowerCase(Locale.ROOT))
        .map(text -> Objects.requireNonNull(text).replaceAll("[^\\w -]", "").replace(' ', '-'))
        .toList();
  }
}
