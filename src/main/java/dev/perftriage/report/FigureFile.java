package dev.perftriage.report;

/**
 * A chart as a file beside a document.
 *
 * @param description a text alternative for screen readers; the whole chart if it has no file
 * @param path the file's path relative to the document, separated by {@code /}; empty if the chart
 *     has nothing to show and thus no file
 */
public record FigureFile(String description, String path) {}
