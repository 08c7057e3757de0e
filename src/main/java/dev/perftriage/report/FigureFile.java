package dev.perftriage.report;

/**
 * A chart that was written as a file.
 *
 * @param figure the chart
 * @param path where the file is, relative to the document that shows it, with {@code /}
 */
public record FigureFile(Figure figure, String path) {}
