package dev.perftriage.report.prose;

import dev.perftriage.analysis.noise.TurnedVerdict;
import dev.perftriage.model.Artifact;
import dev.perftriage.model.Merge;
import dev.perftriage.report.Annotations;
import java.util.List;
import java.util.Set;

/** The sentences on listed merges before a range whose verdict is another one now. */
public final class TurnedSentences {

  /** The heading of their section. */
  public static final String HEADING = "Since last week";

  private TurnedSentences() {}

  /** A sentence for each merge, in commit order: {@code #1 was pending. Real: all 6 …}. */
  public static List<String> all(Annotations annotations, Markup markup) {
    return annotations.turned().stream()
        .map(turned -> sentence(turned, annotations, markup))
        .toList();
  }

  private static String sentence(TurnedVerdict turned, Annotations annotations, Markup markup) {
    Artifact after = turned.merge().summary().after();
    String now =
        new VerdictSentence(turned.merge(), annotations.verdicts().series(), Set.of(), markup)
            .text()
            .orElseThrow();
    return "%s was %s. %s"
        .formatted(
            markup.merge(new Merge(after.commit(), after.pr())), turned.before().label(), now);
  }
}
