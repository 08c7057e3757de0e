package dev.perftriage.report.markdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perftriage.model.ArtifactComparison.BenchmarkError;
import dev.perftriage.model.Sha;
import dev.perftriage.report.FigureFile;
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

class MarkdownWriterTest {

  private static final List<TableColumn> COLUMNS =
      List.of(
          TableColumn.name("benchmark"),
          TableColumn.label("profile"),
          TableColumn.number("change"),
          TableColumn.detail("before"),
          TableColumn.wideOnly("total"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          serde-1.0.219   ~ serde-1.0.219
          a|b             ~ a\\|b
          `a|b`           ~ \\`a&#124;b\\`
          `ab`            ~ `ab`
          a`b             ~ a\\`b
          <b>             ~ \\<b>
          &lt;            ~ \\&lt;
          *a*             ~ \\*a*
          snake_case_name ~ snake_case_name
          [a](b)          ~ \\[a](b)
          # a             ~ \\# a
          """)
  void aNameIsShownAsItIs(String name, String cell) {
    assertThat(table(name)).contains("\n| " + cell + " ");
  }

  @Test
  void aNameStaysInItsRow() {
    assertThat(table("a\r\nb\tc\u001b[0m\u202e")).contains("\n| a b c [0m ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '"',
      textBlock =
          """
          full     ~ `full`
          a|b      ~ `a|b`
          <b>      ~ `<b>`
          a`b      ~ `` a`b ``
          ``a```   ~ ```` ``a``` ````
          " "      ~ (no text)
          """)
  void codeShowsWhateverBackticksThereAre(String text, String code) {
    assertThat(write(writer -> writer.paragraph(markup -> markup.code(text))))
        .isEqualTo(code + "\n\n");
  }

  @Test
  void onlyTextIsEscapedAndCellsArePaddedToTheirColumn() {
    List<TableRow> rows =
        List.of(
            TableRow.of(Tone.REGRESSION, "serde", "", "*1*", "1,000", "2"),
            TableRow.of(Tone.TOTAL, "total", "opt", "-0.1%", "∞", "<3>"));

    assertThat(write(writer -> writer.list(COLUMNS, rows)))
        .isEqualTo(
            """
            | benchmark | profile | change | before | total |
            |-----------|---------|--------|--------|-------|
            | serde     |         | *1*    | 1,000  | 2     |
            | **total** | opt     | -0.1%  | ∞      | <3>   |

            """);
  }

  @Test
  void aSummaryIsCentredAndHasSigns() {
    List<TableColumn> columns = List.of(TableColumn.label("(wall-time)"), TableColumn.number("n"));
    List<TableRow> rows =
        List.of(
            TableRow.of(Tone.REGRESSION, "Regressions", "1"),
            TableRow.of(Tone.IMPROVEMENT, "Improvements", "2"),
            TableRow.of(Tone.TOTAL, "All", "3"),
            TableRow.of(Tone.PLAIN, "None", "0"));

    assertThat(write(writer -> writer.table(new Table(columns, rows, true))))
        .isEqualTo(
            """
            | (wall-time)     | n |
            |:---------------:|:-:|
            | Regressions ❌  | 1 |
            | Improvements ✅ | 2 |
            | All ❌✅        | 3 |
            | None            | 0 |

            """);
  }

  @Test
  void anEmptyTableIsItsHeader() {
    assertThat(write(writer -> writer.list(COLUMNS.subList(0, 2), List.of())))
        .isEqualTo(
            """
            | benchmark | profile |
            |-----------|---------|

            """);
  }

  @Test
  void aRowHasACellForEachColumn() {
    List<TableRow> rows = List.of(TableRow.of(Tone.PLAIN, "a", "b"));

    assertThatThrownBy(() -> new Table(COLUMNS, rows, false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("2 cells in a table of 5 columns");
  }

  @Test
  void everyBlockStandsAlone() {
    Sha commit = new Sha("0123456789".repeat(4));

    assertThat(
            write(
                writer -> {
                  writer.onPage(page -> page.heading(3, Phrase.of("Title"), " of a terminal"));
                  writer.onTerminal(terminal -> terminal.line(Phrase.of("unseen")));
                  writer.fields(
                      List.of(
                          new Field("before", List.of(markup -> markup.sha(commit))),
                          new Field("after", List.of(Phrase.of("try"), markup -> markup.pull(1)))));
                  writer.section(Phrase.of("Section"), "");
                  writer.line(Phrase.of("Line"));
                  writer.note(markup -> markup.words("<note>"));
                  writer.errors(List.of(new BenchmarkError("a|b", "line 1\nline `2`")));
                }))
        .isEqualTo(
            """
            ### Title

            - before: `0123456789012345678901234567890123456789`
            - after: try, [#1](https://github.com/rust-lang/rust/pull/1)

            #### Section

            Line

            \\<note>

            - `a|b`: `` line 1 line `2` ``

            """);
  }

  @Test
  void chartsAreLinkedByEncodedPaths() {
    FigureFile file = new FigureFile("All [ranks]", "my charts/rank#1.svg");

    assertThat(ChartLinks.section(List.of(file)))
        .isEqualTo("#### Charts\n\n![All [ranks]](my%20charts/rank%231.svg)\n\n");
    assertThat(ChartLinks.section(List.of())).isEmpty();
  }

  private static String table(String name) {
    TableRow row = TableRow.of(Tone.PLAIN, name, "check", "1%", "1", "2");
    return write(writer -> writer.list(COLUMNS, List.of(row)));
  }

  private static String write(Consumer<DocumentWriter> document) {
    return MarkdownWriter.write(document);
  }
}
