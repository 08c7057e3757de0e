package dev.perftriage.report;

/**
 * A drawn chart with its texts.
 *
 * @param name the chart's name in file names and anchors, such as {@code rank-curve}
 * @param title what it shows: metric, range and number of test cases
 * @param caption how to read it
 * @param description a text alternative for screen readers
 * @param svg a self-contained {@code svg} element without style attributes, which a strict content
 *     security policy would block
 */
public record Figure(String name, String title, String caption, String description, String svg) {}
