package dev.perftriage.report;

/**
 * A drawn chart with its texts; one that has nothing to show is a sentence, its description.
 *
 * @param name the chart's name in file names and anchors, such as {@code rank-curve}
 * @param title what it found
 * @param caption how to read it
 * @param description a text alternative for screen readers
 * @param svg a self-contained {@code svg} element without style attributes, which a strict content
 *     security policy would block; its colours are the page's variables. Empty if there is nothing
 *     to show
 * @param narrow the same chart laid out for a phone, 360 pixels wide; empty if there is nothing to
 *     show
 */
public record Figure(
    String name, String title, String caption, String description, String svg, String narrow) {

  /** Whether the description is all there is. */
  public boolean isEmpty() {
    return svg.isEmpty();
  }
}
