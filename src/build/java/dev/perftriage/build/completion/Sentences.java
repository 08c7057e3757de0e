package dev.perftriage.build.completion;

/** Shortens descriptions to fit beside a completion. */
final class Sentences {

  private Sentences() {}

  /** The first sentence, without its full stop and picocli's line breaks. */
  static String first(String[] description) {
    String text = String.join(" ", description).replace("%n", " ").strip();
    int end = text.indexOf(". ");
    String first = end < 0 ? text : text.substring(0, end);
    return first.replaceFirst("\\.$", "").replaceAll("\\s+", " ");
  }
}
