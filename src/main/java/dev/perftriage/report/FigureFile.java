package dev.perftriage.report;

/**
 * A chart as a file beside a document.
 *
 * @param description what the chart shows in words, for those who cannot see it
 * @param path where the file is, relative to the document that shows it, with {@code /}
 */
public record FigureFile(String description, String path) {}
