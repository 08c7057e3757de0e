package dev.perftriage.report;

/**
 * A chart that was written as a file.
 *
 * @param description what the chart shows in words, for those who cannot see it
 * @param path where the file is, relative to the document that shows it, with {@code /}
 */
public record FigureFile(String description, String path) {}
