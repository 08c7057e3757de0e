package dev.perftriage.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.perftriage.cli.Cli.Result;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The draft of the sample week, held against what was published about that week. */
class DraftTest {

  /** The length of the log that was published about the sample week, in characters. */
  private static final int PUBLISHED = 15_691;

  private static final double MOST_OF_PUBLISHED = 1.3;
  private static final int MOST_OF_A_MEDIAN_NOTE = 200;
  private static final String MARK = " <!-- draft -->";
  private static final Pattern TITLE =
      Pattern.compile("(?m)^.* \\[#(\\d+)]\\(\\S+\\) \\[\\(Comparison Link\\)].*$");

  @TempDir private static Path directory;
  private static String draft = "";

  @BeforeAll
  static void draftTheSampleWeek() {
    draft = report("--annotate");
  }

  /** What the triager wrote under an entry, in short, and the substance that a draft must have. */
  @ParameterizedTest(name = "#{0}: {1}")
  @MethodSource("publishedNotes")
  void aNoteHasTheSubstanceOfThePublishedOne(int pull, String published, List<String> substance) {
    String note = notes(draft).getOrDefault(pull, "");

    assertThat(note).as(published).contains(substance);
  }

  static Stream<Arguments> publishedNotes() {
    return Stream.of(
        note(
            148202,
            "new-solver regressions from #147840, the bulk from #147185",
            "Caused by " + link(147185) + " (9 of 19 regressions, all `syn`)",
            link(147840) + " (10, all `-new-solver`)"),
        note(146186, "reverted in #148298", "Reverted in " + link(148298) + " (539 of 546)."),
        note(148241, "noise", "Noise: `syn opt full` (3.1%), back at " + link(148245)),
        note(
            148305,
            "noise, beside one tiny secondary change",
            "tiny regression, 0.2% in `serde-threads4 check full` (secondary)",
            "`syn opt full` (3.1%) is noise, back at " + link(148412)),
        note(
            148193,
            "the single primary regression is noise; small wins and small losses otherwise",
            "primary 18 better",
            "`syn opt full` (2.9%) is noise, back at " + link(148291)),
        note(148245, "the way back", "Noise: `syn opt full` (-2.9%), back from " + link(148241)),
        note(148291, "the way back", "`syn opt full` (-3.0%) is noise, back from " + link(148193)),
        note(148356, "the way back", "`syn opt full` (-3.0%) is noise, back from " + link(148337)),
        note(148412, "the way back", "Noise: `syn opt full` (-2.8%), back from " + link(148305)),
        note(
            148035,
            "the syn regression is noise, already triaged",
            "`syn debug full` (1.2%) is noise, back at " + link(148182),
            "Already marked as triaged."),
        note(
            148337,
            "caused by #147622, reverted in #148436",
            "Caused by " + link(147622),
            "Reverted in " + link(148436)),
        note(
            148425,
            "tiny doc losses, by #146260 or #148402 or both",
            "Tiny, only `doc`: 20 regressions up to 0.2%",
            link(146260) + " and " + link(148402),
            "`@rust-timer triage 5c2ee4fb0a786d314f716c18ecef20934def20c5"
                + " 94a74944d496218581063e1402ec03c0f2e220e8`"),
        note(
            148040,
            "improvements greatly outweigh regressions",
            "Improvements outweigh, 93 to 50, up to -15.5% in `stm32f4`"),
        note(
            148182,
            "tiny regression on a secondary benchmark, improvements outweigh",
            "Improvements outweigh, 13 to 2",
            "regressions tiny, only `check`, all secondary: up to 0.1% in `unify-linearly`"),
        note(148436, "a wash, and a revert anyway", "From reverting " + link(148337)),
        note(148298, "a revert", "From reverting " + link(146186) + " (538 of 539)."));
  }

  @Test
  void theOpeningNamesAndLinksTheGreatWin() {
    String opening = draft.lines().skip(2).findFirst().orElse("");

    assertThat(opening)
        .startsWith("Mostly positive week: over the whole range, 102 primary test cases improved")
        .contains(
            link(148040)
                + " (Add a fast path for lowering trivial consts, up to -15.5% in `stm32f4`,"
                + " `typenum-new-solver`, `libc`")
        .contains(link(148182) + " (Accept trivial consts based on trivial consts")
        .contains(link(146186) + " changed 546 test cases and was reverted in " + link(148298))
        .endsWith(MARK);
  }

  @Test
  void aMedianNoteIsShort() {
    List<Integer> lengths = notes(draft).values().stream().map(String::length).sorted().toList();

    assertThat(lengths).hasSize(16);
    assertThat((lengths.get(7) + lengths.get(8)) / 2.0).isLessThanOrEqualTo(MOST_OF_A_MEDIAN_NOTE);
  }

  @Test
  void theDraftIsHardlyLongerThanThePublishedLog() {
    assertThat(draft).hasSizeLessThanOrEqualTo((int) (MOST_OF_PUBLISHED * PUBLISHED));
  }

  @Test
  void aNoteHasOneToThreeBulletsWithoutGraphLinksAndEachIsMarked() {
    assertThat(notes(draft).values())
        .allSatisfy(
            note -> {
              assertThat(note.lines()).hasSizeBetween(1, 3).allMatch(line -> line.endsWith(MARK));
              assertThat(note).doesNotContain("perf.rust-lang.org");
            });
  }

  @Test
  void underImprovementsOnlyNoiseAndRevertsHaveANote() {
    assertThat(notes(draft)).doesNotContainKey(148157);
  }

  /** People delete these sections before they publish. */
  @Test
  void theWorklistIsThereOnlyIfItIsAskedFor() {
    String nags = "#### Nags requiring follow up\n\nTODO: Nags\n";

    assertThat(draft).doesNotContain("Untriaged Pull Requests", "Nags", "TODO");
    assertThat(report("--annotate", "--worklist"))
        .startsWith(draft.stripTrailing())
        .contains("#### Untriaged Pull Requests\n\n- [#140001 ", nags);
    assertThat(report("--annotate=full")).contains(nags);
    assertThat(report()).contains(nags);
  }

  @Test
  void theSitesFormatIsThereEvenIfNotesAreASetting() {
    String[] asked = {"report", "--store", Cli.SAMPLE.toString(), "--offline", "-o", "-"};
    assertThat(report("--as-site")).isEqualTo(report());
    Result both = Cli.in(directory).run(List.of("--as-site", "--annotate"), asked);
    assertThat(both.exitCode()).isEqualTo(ExitCodes.USAGE);
    assertThat(both.err()).contains("--as-site").contains("--annotate");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--annotate", "--annotate=draft", "--annotate=DRAFT"})
  void theStyleMayBeNamed(String option) {
    assertThat(report(option)).isEqualTo(draft);
  }

  @Test
  void anUnknownStyleIsAMistake() {
    Result result =
        Cli.in(directory)
            .run("report", "--store", Cli.SAMPLE.toString(), "--offline", "--annotate=long");

    assertThat(result.err()).contains("--annotate: 'long' is not one of draft, full");
    assertThat(result.exitCode()).isEqualTo(ExitCodes.USAGE);
  }

  @Test
  void aFurtherMetricIsNamedOnlyWhereItDeservesAttentionAndInAFewWords() {
    Map<Integer, String> notes = notes(report("--annotate", "-m", "instructions:u,max-rss"));

    assertThat(notes.get(148040)).contains(" `max-rss`: 2 better, up to -5.2% in `stm32f4`. ");
    notes.remove(148040);
    assertThat(notes.values()).noneMatch(note -> note.contains("max-rss"));
  }

  @Test
  void aMarkThatIsLeftIsFoundByTheCheck() {
    String checked = Cli.in(directory).piping(draft).run("log", "check", "-").out();

    assertThat(checked.lines().filter(line -> line.contains(" draft: the comment")))
        .hasSize((int) draft.lines().filter(line -> line.endsWith(MARK)).count());
    assertThat(Cli.in(directory).piping(draft).run("log", "zulip", "-").err())
        .as("an opening that nobody has read is not published without a word")
        .contains(":3: the comment '<!-- draft -->' is left");
  }

  /** The notes of entries that have any, by pull request. */
  private static Map<Integer, String> notes(String report) {
    Map<Integer, String> notes = new TreeMap<>();
    Matcher title = TITLE.matcher(report);
    while (title.find()) {
      String note =
          report
              .substring(title.end(), report.indexOf("\n\n\n", title.end()))
              .lines()
              .filter(line -> line.startsWith("- "))
              .collect(Collectors.joining("\n"));
      if (!note.isEmpty()) {
        notes.put(Integer.valueOf(title.group(1)), note);
      }
    }
    return notes;
  }

  private static String report(String... more) {
    List<String> options =
        new ArrayList<>(List.of("--store", Cli.SAMPLE.toString(), "--offline", "-o", "-"));
    options.addAll(List.of(more));
    Result result = Cli.in(directory).run(options, "report");
    assertThat(result.exitCode()).as(result.err()).isZero();
    return result.out();
  }

  private static String link(int pull) {
    return "[#" + pull + "](https://github.com/rust-lang/rust/pull/" + pull + ")";
  }

  private static Arguments note(int pull, String published, String... substance) {
    return arguments(pull, published, List.of(substance));
  }
}
