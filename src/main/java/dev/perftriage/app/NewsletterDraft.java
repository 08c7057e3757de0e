package dev.perftriage.app;

import dev.perftriage.model.DataException;
import dev.perftriage.source.io.IoReasons;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * A draft of This Week in Rust.
 *
 * @param path its place in the checkout, for messages
 * @param text its text
 */
record NewsletterDraft(String path, String text) {

  /** The line that the section replaces. */
  private static final String MARKER = "<!-- Perf results go here -->";

  private static final String NAME = "\\d{4}-\\d{2}-\\d{2}-this-week-in-rust\\.md";

  /**
   * The newest draft, by the date in its name.
   *
   * @throws DataException if there is none
   */
  static String newestIn(Path checkout) {
    try (Stream<Path> files = Files.list(checkout.resolve("draft"))) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.matches(NAME))
          .max(Comparator.naturalOrder())
          .map(name -> "draft/" + name)
          .orElseThrow(
              () ->
                  new DataException(
                      "Publishing to %s: its folder draft has no draft of the newsletter; update"
                              .formatted(checkout)
                          + " the checkout"));
    } catch (IOException e) {
      throw new DataException(
          "Publishing to %s: cannot read its folder draft: %s; name a checkout of this-week-in-rust"
              .formatted(checkout, IoReasons.of(e)),
          e);
    }
  }

  /**
   * The draft with a section in place of its marker; unchanged if it has that section. The
   * section's heading is left out where the draft has it.
   *
   * @throws DataException if the marker is not there exactly once
   */
  String with(String section) {
    String words = section.stripTrailing();
    String heading = words.lines().findFirst().orElseThrow();
    String body = words.substring(heading.length()).strip();
    if (text.replace("\r\n", "\n").contains(body)) {
      return text;
    }
    int place = text.indexOf(MARKER);
    if (place < 0 || text.indexOf(MARKER, place + 1) >= 0) {
      throw new DataException(
          "Publishing to %s: it %s the line %s; correct the draft so that it has it once"
              .formatted(path, place < 0 ? "does not have" : "has more than once", MARKER));
    }
    String put = text.lines().anyMatch(line -> line.strip().equals(heading)) ? body : words;
    String lineEnd = text.contains("\r\n") ? "\r\n" : "\n";
    return text.substring(0, place)
        + put.replace("\n", lineEnd)
        + text.substring(place + MARKER.length());
  }
}
