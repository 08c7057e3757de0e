package dev.perftriage.report.prose;

import dev.perftriage.analysis.attribution.Fix;
import dev.perftriage.analysis.attribution.Fixes;
import dev.perftriage.model.Sha;
import dev.perftriage.report.Numbers;
import dev.perftriage.report.prose.Markup.Phrase;
import java.util.List;
import java.util.stream.Stream;

/** The sentences on merges that fix the regressions of others, without a full stop. */
public final class FixSentences {

  private FixSentences() {}

  /**
   * What fixed a merge, then what it fixes: {@code Mostly fixed by #2 (12 of 14 regressions)},
   * {@code Mostly fixes #1 (12 of 14 regressions)}.
   */
  public static List<Phrase> of(Fixes fixes, Sha merge) {
    return Stream.concat(
            fixes.of(merge).stream().map(FixSentences::fixed),
            fixes.by(merge).stream().map(FixSentences::fixes))
        .toList();
  }

  private static Phrase fixed(Fix fix) {
    String how =
        switch (fix.extent()) {
          case WHOLLY -> "Fixed by ";
          case MOSTLY -> "Mostly fixed by ";
          case PARTLY -> "Partly fixed by ";
        };
    return markup -> how + markup.merge(fix.by()) + counts(fix);
  }

  private static Phrase fixes(Fix fix) {
    String how =
        switch (fix.extent()) {
          case WHOLLY -> "Fixes ";
          case MOSTLY -> "Mostly fixes ";
          case PARTLY -> "Partly fixes ";
        };
    return markup -> how + markup.merge(fix.fixed()) + counts(fix);
  }

  private static String counts(Fix fix) {
    return " (%s of %s)"
        .formatted(fix.wentBack(), Numbers.counted(fix.regressions(), "regression"));
  }
}
