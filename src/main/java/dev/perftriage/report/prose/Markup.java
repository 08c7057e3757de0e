package dev.perftriage.report.prose;

import dev.perftriage.model.Merge;
import dev.perftriage.model.PullRef;
import dev.perftriage.model.Sha;
import dev.perftriage.report.PlainText;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** How a format writes text from outside within a sentence. */
public interface Markup {

  /** No markup at all, for what is escaped as a whole. */
  Markup NONE = plain(UnaryOperator.identity(), Sha::text);

  /** No markup, and each text on one line. */
  Markup LINE = plain(PlainText::onOneLine, Sha::text);

  /** The same with short SHAs. */
  Markup SHORT_LINE = plain(PlainText::onOneLine, Sha::shortened);

  /** A text that is set off from the words around it, such as a name. */
  String code(String text);

  /** A text that reads as part of the sentence. */
  String words(String text);

  /** A commit, which narrow output shortens. */
  String sha(Sha full);

  /**
   * A link.
   *
   * @param label in this format already
   */
  String link(String label, String address);

  /** A link to a pull request, {@code #1}. */
  default String pull(int number) {
    return link("#" + number, new PullRef(number).address());
  }

  /** A merge by its pull request, or by its short SHA if it has none. */
  default String merge(Merge merge) {
    Integer pr = merge.pr();
    return pr == null ? code(merge.sha().shortened()) : pull(pr);
  }

  private static Markup plain(UnaryOperator<String> clean, Function<Sha, String> sha) {
    return new Markup() {
      @Override
      public String code(String text) {
        return clean.apply(text);
      }

      @Override
      public String words(String text) {
        return clean.apply(text);
      }

      @Override
      public String sha(Sha full) {
        return clean.apply(sha.apply(full));
      }

      @Override
      public String link(String label, String address) {
        return label;
      }
    };
  }
}
