package dev.perftriage.report.prose;

/** Words whose parts from outside are escaped by the format that writes them. */
@FunctionalInterface
public interface Phrase {

  /** The words in a format. */
  String in(Markup markup);

  /** Words of the program's own, which need no escaping. */
  static Phrase of(String words) {
    return markup -> words;
  }
}
