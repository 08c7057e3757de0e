package dev.perftriage.report;

/**
 * A chart as a file beside a document.
 *
 * @param description a text alternative for screen readers
 * @param path the file's path relative to the document, separated by {@code /}
 */
public record FigureFile(String description, String path) {}
