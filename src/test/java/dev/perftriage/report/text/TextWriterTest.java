package dev.perftriage.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perftriage.model.ArtifactComparison.BenchmarkError;
import dev.perftriage.model.Sha;
import dev.perftriage.report.document.DocumentWriter;
import dev.perftriage.report.document.DocumentWriter.Field;
import dev.perftriage.report.document.Table;
import dev.perftriage.report.document.Table.TableColumn;
import dev.perftriage.report.document.Table.TableRow;
import dev.perftriage.report.document.Table.TableRow.Tone;
import dev.perftriage.report.prose.Markup.Phrase;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextWriterTest {

  private static final List<TableColumn> COLUMNS =
      List.of(
          TableColumn.name("benchmark").onTerminal("crate"),
          TableColumn.label("profile"),
          TableColumn.wideOnly("total"),
          TableColumn.number("change"),
          TableColumn.detail("before"));
  private static final List<TableRow> ROWS =
      List.of(
          TableRow.of(Tone.REGRESSION, "serde-1.0.219", "opt", "12", "1.5%", "1,000"),
          TableRow.of(Tone.IMPROVEMENT, "syn", "check", "3", "-10.0%", "2"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          a|b`c`<b>        ~ a|b`c`<b>
          'a\\r\\nb\\tc'   ~ a b c
          'a\\033[31mb'    ~ a [31mb
          'a\u202eb\u2066' ~ a b
          """)
  void aNameCanNeitherBreakALineNorControlTheTerminal(String escaped, String shown) {
    List<TableColumn> columns = List.of(TableColumn.name("benchmark"));
    String name = escaped.translateEscapes();

    assertThat(wide(writer -> writer.list(columns, List.of(TableRow.of(Tone.PLAIN, name)))))
        .isEqualTo("\nbenchmark\n" + shown + "\n");
    assertThat(wide(writer -> writer.note(markup -> markup.words(name)))).isEqualTo(shown + "\n");
  }

  @Test
  void namesAreAlignedToTheLeftAndNumbersToTheRight() {
    assertThat(wide(writer -> writer.list(COLUMNS, ROWS)))
        .isEqualTo(
            """

            crate          profile  change  before  total
            serde-1.0.219  opt        1.5%   1,000     12
            syn            check    -10.0%       2      3
            """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          109 ~ crate          profile  change  before ~ serde-1.0.219  opt        1.5%   1,000
          38  ~ crate          profile  change  before ~ serde-1.0.219  opt        1.5%   1,000
          36  ~ crate          profile  change         ~ serde-1.0.219  opt        1.5%
          30  ~ crate          profile  change         ~ serde-1.0.219  opt        1.5%
          28  ~ crate        profile  change           ~ serde-1.0.…  opt        1.5%
          10  ~ crate     profile  change              ~ serde-1…  opt        1.5%
          """)
  void aNarrowTerminalLeavesDetailsOutThenCutsNamesShort(int width, String header, String row) {
    String text =
        TextWriter.write(writer -> writer.list(COLUMNS, ROWS), new TextStyle(false, width));

    assertThat(text.lines()).startsWith("", header, row);
  }

  @Test
  void anEmptyTableIsItsHeader() {
    assertThat(wide(writer -> writer.list(COLUMNS.subList(0, 2), List.of())))
        .isEqualTo("\ncrate  profile\n");
  }

  @Test
  void rowsHaveTheColourOfTheirToneUnlessTheyAreASummary() {
    TextStyle style = new TextStyle(true, TextStyle.UNLIMITED);
    List<TableColumn> columns = List.of(TableColumn.label(""));
    List<TableRow> rows =
        List.of(
            TableRow.of(Tone.REGRESSION, "worse"),
            TableRow.of(Tone.IMPROVEMENT, "better"),
            TableRow.of(Tone.TOTAL, "all"),
            TableRow.of(Tone.PLAIN, "same"));

    assertThat(TextWriter.write(writer -> writer.list(columns, rows), style))
        .isEqualTo(
            """

            \033[2m\033[0m
            \033[31mworse\033[0m
            \033[32mbetter\033[0m
            \033[1mall\033[0m
            same
            """);
    assertThat(TextWriter.write(writer -> writer.table(new Table(columns, rows, true)), style))
        .isEqualTo("\n\u001b[2m\u001b[0m\nworse\nbetter\nall\nsame\n");
  }

  @Test
  void aHeadingStandsRightAboveItsTable() {
    List<TableColumn> columns = List.of(TableColumn.label("groups"));

    assertThat(
            wide(
                writer -> {
                  writer.section(Phrase.of("2 test cases"), ", largest first");
                  writer.list(COLUMNS.subList(0, 1), List.of(TableRow.of(Tone.PLAIN, "syn")));
                  writer.onPage(page -> page.section(Phrase.of("By profile"), ""));
                  writer.list(columns, List.of());
                }))
        .isEqualTo("\n2 test cases, largest first\ncrate\nsyn\n\ngroups\n");
  }

  /** A heading that only a page shows still ends the block before it. */
  @Test
  void anEmptyLineSeparatesTablesWhereNoTestCaseIsListed() {
    List<TableColumn> columns = List.of(TableColumn.label("groups"));

    assertThat(
            wide(
                writer -> {
                  writer.section(Phrase.of("0 test cases"), "");
                  writer.onPage(page -> page.section(Phrase.of("By profile"), ""));
                  writer.list(columns, List.of());
                  writer.list(columns, List.of());
                }))
        .isEqualTo("\n0 test cases\n\ngroups\n\ngroups\n");
  }

  @Test
  void paragraphsAreWrappedButLinesAreNot() {
    TextStyle narrow = new TextStyle(false, 10);
    Phrase words = Phrase.of("some words in a row");

    assertThat(TextWriter.write(writer -> writer.paragraph(words), narrow))
        .isEqualTo("\nsome words\nin a row\n");
    assertThat(TextWriter.write(writer -> writer.note(words), narrow))
        .isEqualTo("some words\nin a row\n");
    assertThat(TextWriter.write(writer -> writer.line(words), narrow))
        .isEqualTo("\nsome words in a row\n");
  }

  @Test
  void aNarrowTerminalShortensCommits() {
    List<Field> fields =
        List.of(
            new Field("before", List.of(markup -> markup.sha(new Sha("0123456789".repeat(4))))),
            new Field("to", List.of(Phrase.of("try"), markup -> markup.pull(1))));

    assertThat(TextWriter.write(writer -> writer.fields(fields), new TextStyle(false, 99)))
        .isEqualTo("before  01234567\nto      try  #1\n");
    assertThat(wide(writer -> writer.fields(fields.subList(0, 1))))
        .isEqualTo("before  " + "0123456789".repeat(4) + "\n");
  }

  @Test
  void aValueThatDoesNotFitBeginsALineAndStaysWhole() {
    List<Field> fields =
        List.of(
            new Field("a", List.of(Phrase.of("12345678901"))),
            new Field("page", List.of(Phrase.of("https://a.b/c/d/e f"))));

    assertThat(TextWriter.write(writer -> writer.fields(fields), new TextStyle(false, 17)))
        .isEqualTo("a     12345678901\npage\nhttps://a.b/c/d/e f\n");
    assertThat(wide(writer -> writer.fields(fields)))
        .isEqualTo("a     12345678901\npage  https://a.b/c/d/e f\n");
  }

  @Test
  void errorMessagesKeepTheirLines() {
    BenchmarkError error = new BenchmarkError("a\nb", "line 1\r\n\tline\u001b 2");

    assertThat(wide(writer -> writer.errors(List.of(error))))
        .isEqualTo("a b:\n    line 1\n    line  2\n");
  }

  private static String wide(Consumer<DocumentWriter> document) {
    return TextWriter.write(document, new TextStyle(false, TextStyle.UNLIMITED));
  }
}
