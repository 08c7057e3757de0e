package dev.perftriage.report.markdown;

import com.vladsch.flexmark.ext.footnotes.FootnoteExtension;
import com.vladsch.flexmark.ext.gfm.strikethrough.StrikethroughExtension;
import com.vladsch.flexmark.ext.tables.TablesExtension;
import com.vladsch.flexmark.util.data.MutableDataSet;
import java.util.List;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** Two independent readers of GitHub's Markdown: of commonmark and of flexmark. */
enum MarkdownReaders {
  COMMONMARK {
    @Override
    String html(String markdown) {
      return COMMONMARK_RENDERER.render(COMMONMARK_PARSER.parse(markdown));
    }
  },
  FLEXMARK {
    @Override
    String html(String markdown) {
      return FLEXMARK_RENDERER.render(FLEXMARK_PARSER.parse(markdown));
    }
  };

  private static final List<org.commonmark.Extension> COMMONMARK_EXTENSIONS =
      List.of(
          org.commonmark.ext.gfm.strikethrough.StrikethroughExtension.create(),
          org.commonmark.ext.gfm.tables.TablesExtension.create());
  private static final Parser COMMONMARK_PARSER =
      Parser.builder().extensions(COMMONMARK_EXTENSIONS).build();
  private static final HtmlRenderer COMMONMARK_RENDERER =
      HtmlRenderer.builder().extensions(COMMONMARK_EXTENSIONS).build();

  private static final MutableDataSet FLEXMARK_OPTIONS =
      new MutableDataSet()
          .set(
              com.vladsch.flexmark.parser.Parser.EXTENSIONS,
              List.of(
                  StrikethroughExtension.create(),
                  TablesExtension.create(),
                  FootnoteExtension.create()))
          // As GitHub reads tables.
          .set(TablesExtension.MIN_HEADER_ROWS, 1)
          .set(TablesExtension.MAX_HEADER_ROWS, 1)
          .set(TablesExtension.COLUMN_SPANS, false)
          .set(TablesExtension.APPEND_MISSING_COLUMNS, true)
          .set(TablesExtension.DISCARD_EXTRA_COLUMNS, true)
          .set(TablesExtension.HEADER_SEPARATOR_COLUMN_MATCH, true);
  private static final com.vladsch.flexmark.parser.Parser FLEXMARK_PARSER =
      com.vladsch.flexmark.parser.Parser.builder(FLEXMARK_OPTIONS).build();
  private static final com.vladsch.flexmark.html.HtmlRenderer FLEXMARK_RENDERER =
      com.vladsch.flexmark.html.HtmlRenderer.builder(FLEXMARK_OPTIONS).build();

  /** The page of a text. */
  abstract String html(String markdown);
}
