package dev.perftriage.report;

/**
 * A chart, drawn, with the words that go with it.
 *
 * @param name what the chart is called in file names and anchors, such as {@code rank-curve}
 * @param title what it shows: metric, range and number of test cases
 * @param caption how to read it
 * @param description what it shows in words, for those who cannot see it
 * @param svg the drawing: an {@code svg} element that needs nothing from outside and carries no
 *     style attribute, so that a strict content security policy lets it through
 */
public record Figure(String name, String title, String caption, String description, String svg) {}
