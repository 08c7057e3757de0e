package dev.perftriage.app;

import dev.perftriage.report.ListLimit;
import dev.perftriage.report.markdown.MarkdownBudget;
import dev.perftriage.report.text.TextStyle;

/**
 * How much of a comparison is shown, and how.
 *
 * @param style the style of text
 * @param limit how many test cases each list of text shows
 * @param summaryLast whether text ends with the summaries
 * @param budget the size of Markdown
 */
public record ComparisonLayout(
    TextStyle style, ListLimit limit, boolean summaryLast, MarkdownBudget budget) {}
