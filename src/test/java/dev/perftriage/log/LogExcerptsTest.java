package dev.perftriage.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LogExcerptsTest {

  private static final LogAddress ABC =
      new LogAddress("rust-lang/rustc-perf", "abc", "triage/2030/2030-02-12.md");

  @Test
  void theNewsletterSectionIsTheHeadOfTheLogAndALinkToIt() {
    assertThat(
            LogExcerpts.thisWeekInRust(
                LogParser.parse(TestLogs.dated("2025-11-04")),
                new LogAddress(
                    "rust-lang/rustc-perf",
                    "057eaab3021d6bc301bba06b69e7e1cfdb4f9c3d",
                    "triage/2025/2025-11-04.md"),
                true))
        .contains(TestLogs.own("newsletter-2025-11-04.md").text());
  }

  @Test
  void theNewsletterSectionHasEveryPartInItsPlace() {
    String section = section(TestLogs.own("week.md").text());

    assertThat(section)
        .startsWith("### Rust Compiler Performance Triage\n\nA calm week; the one real win")
        .contains("\n\nTriage done by **@ferris**.\nRevision range: [11111111..88888888](https")
        .contains("\n\n**Summary**:\n\n| (instructions:u) ")
        .contains("| 28    |\n\n2 Regressions, 1 Improvement, 1 Mixed; 1 of them in rollups\n12")
        .endsWith(
            "\n\n[Full report here](https://github.com/rust-lang/rustc-perf/blob/abc/triage/2030/"
                + "2030-02-12.md)\n");
  }

  @Test
  void nobodyIsNotifiedByWhatALogQuotes() {
    String quoted = "Notes @**all**, @_**Jo Doe|12**, @*t-compiler* and @jo. Triage done by";
    TriageLog log =
        LogParser.parse(
            new LogText(
                "week.md", TestLogs.own("week.md").text().replace("Triage done by", quoted)));

    assertThat(LogExcerpts.zulip(log, ABC).orElseThrow())
        .contains("@\u200B**all**, @\u200B_**Jo Doe|12**, @\u200B*t-compiler* and @jo.")
        .doesNotContain("@*", "@_*");
    assertThat(LogExcerpts.thisWeekInRust(log, ABC, true).orElseThrow())
        .doesNotContain("@*", "@_*");
  }

  @Test
  void whoIsCreditedAndHowIsQuoted() {
    String credit = "Triage done by **@a** with help from **@b**, who\nfound [the cause][c].";
    TriageLog log =
        LogParser.parse(
            new LogText(
                "week.md",
                TestLogs.own("week.md").text().replace("Triage done by **@ferris**.", credit)
                    + "\n[c]: https://example.org/c\n"));

    assertThat(LogExcerpts.thisWeekInRust(log, ABC, true).orElseThrow())
        .contains(
            """

            Triage done by **@a** with help from **@b**, who
            found [the cause](https://example.org/c).
            Revision range: [""");
    assertThat(LogExcerpts.zulip(log, ABC).orElseThrow())
        .contains("\n\nTriage done by **@a** with help from **@b**, who\nfound [the cause](https");
  }

  @Test
  void theTableCanBeLeftOut() {
    assertThat(LogExcerpts.thisWeekInRust(TestLogs.parsed("week.md"), ABC, false).orElseThrow())
        .doesNotContain("**Summary**", "|")
        .contains("stat=instructions%3Au)\n\n2 Regressions, 1 Improvement, 1 Mixed;");
  }

  @Test
  void theNewsletterGetsOneTableAlone() {
    String log =
        TestLogs.own("week.md")
            .text()
            .replace(
                "**Summary**:\n",
                """
                **Summary**:

                <details>

                | (max-rss) | mean | range | count |
                |:--:|:--:|:--:|:--:|
                | All ❌✅ (primary) | 1.0% | [1.0%, 1.0%] | 1 |

                </details>
                """);

    assertThat(section(log))
        .isEqualTo(section(TestLogs.own("week.md").text()))
        .doesNotContain("max-rss")
        .doesNotContain("details");
  }

  @Test
  void theNewsletterGetsTheAddressesThatStandElsewhereInTheLog() {
    String log =
        TestLogs.own("week.md").text().replace("A calm week;", "A [calm week][why] and [odd];")
            + "\n[why]: https://example.org/why\n[odd]: https://example.org/odd\n";

    assertThat(section(log))
        .contains(
            "A [calm week](https://example.org/why) and [odd](https://example.org/odd); the one"
                + " real win is a cache of parsed attributes, [#900103](https");
  }

  @Test
  void windowsLineEndingsDoNotReachTheNewsletter() {
    String log = TestLogs.own("week.md").text();

    assertThat(section(log.replace("\n", "\r\n"))).isEqualTo(section(log));
  }

  @Test
  void everyLogSinceTheVerticalTablesHasANewsletterSection() {
    List<TriageLog> logs =
        TestLogs.ofAllYears().stream()
            .filter(log -> TestLogs.date(log).compareTo("2022-05-31") >= 0)
            .toList();

    assertThat(logs)
        .hasSize(9)
        .allSatisfy(
            log -> {
              String section = LogExcerpts.thisWeekInRust(log, ABC, true).orElseThrow();
              assertThat(section.lines().filter(line -> line.contains("| count |"))).hasSize(1);
              assertThat(section)
                  .doesNotContain("<details")
                  .doesNotContain("\n\n\n")
                  .contains("\nTriage done by **@")
                  .contains("of them in rollups\n");
            });
  }

  @Test
  void logsBeforeHaveNone() {
    List<TriageLog> logs =
        TestLogs.ofAllYears().stream()
            .filter(log -> TestLogs.date(log).compareTo("2022-05-31") < 0)
            .toList();

    assertThat(logs)
        .hasSize(12)
        .allSatisfy(log -> assertThat(LogExcerpts.thisWeekInRust(log, ABC, true)).isEmpty());
  }

  @Test
  void theLinesForChatAreFew() {
    assertThat(LogExcerpts.zulip(TestLogs.parsed("week.md"), ABC))
        .contains(
            """
            **[Triage log of 2030-02-12](https://github.com/rust-lang/rustc-perf/blob/abc/triage/2030/2030-02-12.md)**

            A calm week; the one real win is a cache of parsed attributes, [#900103](https://github.com/rust-lang/rust/pull/900103).

            Triage done by **@ferris**.

            2 Regressions, 1 Improvement, 1 Mixed; 1 of them in rollups
            12 artifact comparisons made in total
            All primary changes: mean -1.0%, range [-4.0%, 1.1%], 28 test cases
            """);
  }

  @Test
  void everyLogHasLinesForChat() {
    assertThat(TestLogs.ofAllYears())
        .allSatisfy(
            log ->
                assertThat(LogExcerpts.zulip(log, ABC).orElseThrow())
                    .startsWith("**[Triage log of 20")
                    .endsWith("\n"));
  }

  @Test
  void whatIsNoLogHasNoLinesForChat() {
    assertThat(LogExcerpts.zulip(LogParser.parse(new LogText("log", "")), ABC)).isEmpty();
    assertThat(LogExcerpts.zulip(LogParser.parse(new LogText("2030-02-12.md", "hello\n")), ABC))
        .isEmpty();
  }

  private static String section(String text) {
    return LogExcerpts.thisWeekInRust(LogParser.parse(new LogText("week.md", text)), ABC, true)
        .orElseThrow();
  }
}
