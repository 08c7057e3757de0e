package dev.perftriage.report.prose;

import dev.perftriage.model.Merge;
import dev.perftriage.model.PullRef;
import dev.perftriage.model.Sha;
import dev.perftriage.report.PlainText;

/** How a format writes untrusted text within a sentence; by default without markup. */
public interface Markup {

  /** No markup, for sentences that are escaped as a whole. */
  Markup NONE = text -> text;

  /** No markup, and each text on one line. */
  Markup LINE = PlainText::onOneLine;

  /** Like {@link #LINE}, with abbreviated SHAs. */
  Markup SHORT_LINE =
      new Markup() {
        @Override
        public String code(String text) {
          return LINE.code(text);
        }

        @Override
        public String sha(Sha full) {
          return code(full.shortened());
        }
      };

  /** A text set off from the surrounding words, such as a name. */
  String code(String text);

  /** A text that reads as part of the sentence. */
  default String words(String text) {
    return code(text);
  }

  /** A commit, which narrow output shortens. */
  default String sha(Sha full) {
    return code(full.text());
  }

  /**
   * A link.
   *
   * @param label the link's text, already in this format
   */
  default String link(String label, String address) {
    return label;
  }

  /** An address, which a terminal shows as it is. */
  default String address(String address) {
    return address;
  }

  /** A link to a pull request, {@code #1}. */
  default String pull(int number) {
    return link("#" + number, new PullRef(number).address());
  }

  /** A merge by its pull request, or by its short SHA if it has none. */
  default String merge(Merge merge) {
    Integer pr = merge.pr();
    return pr == null ? code(merge.sha().shortened()) : pull(pr);
  }

  /** A sentence whose untrusted parts are escaped when a format writes it. */
  @FunctionalInterface
  interface Phrase {

    /** The sentence in a format. */
    String in(Markup markup);

    /** A fixed text, which needs no escaping. */
    static Phrase of(String words) {
      return markup -> words;
    }
  }
}
