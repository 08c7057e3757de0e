package dev.perftriage.log;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** How far a note calls a change noise, the furthest claim last. */
public enum NoiseClaim {
  /** The note supposes it: "may be noise", "looks spurious". */
  HEDGED,
  /** The note says so of some test cases, benchmarks or directions. */
  PART,
  /** The note says so of the whole change. */
  WHOLE;

  private static final String WORDS =
      "\\b(?:noise|noisy|noisier|spurious|spuriousness|bimodal|bimodality)\\b";
  private static final Pattern NOISE = Pattern.compile(WORDS, Pattern.CASE_INSENSITIVE);

  /**
   * Phrases that deny noise, exclude it, or name the noise threshold, which says nothing about a
   * change.
   */
  private static final Pattern NOT_NOISE =
      Pattern.compile(
          "(?:\\b(?:not|no)|n't)\\b(?![^.;,(]{0,40}\\bwithin\\b)[^.;,(]{0,40}"
              + WORDS
              + "|\\bwithout (?:the )?(?:\\d{1,6} )?noisy\\b"
              + "|(?<!within )(?<!within the )(?<!within its )(?<!within their )"
              + "\\bnoise (?:threshold|level|floor|bound|bounds)\\b"
              + "|\\bnoise-filtering\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern HEDGE =
      Pattern.compile(
          "\\b(?:may|might|could|can|would|should|probably|probable|likely|presumably|presume[ds]?"
              + "|possibly|possible|potential(?:ly)?|perhaps|maybe|suspect(?:ed|s)?|suspicion|seems?|seemingly|seeming|looks?|looking"
              + " like|appears?|apparently|believed?|believes"
              + "|guess(?:ing|ed)?|think|thinks|assum(?:e|ed|ing)|hoped?|if|whether|unclear|inclined)\\b"
              + "|\\?",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern CLAUSE_END =
      Pattern.compile("[.](?=\\s|$)|[;/,:()—–!?]|\\s-\\s|\\bbut\\b");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}'_.-]+");

  /** Words of a clause that calls a change noise without naming a part of it. */
  private static final Set<String> UNLIMITED =
      Set.of(
          ("a again all almost already amount an and another any are arising as at author back bad"
                  + " based be because been being believe blip by call called calling caused change"
                  + " changes clear clearly codegen comes commented comparison complete completely"
                  + " considered correct corrected count counts current default definitely delta"
                  + " deltas despite determined difference differences direction due effect effects"
                  + " entire entirely essentially expected fairly false flagged floor from fully"
                  + " general generally gone graph graphs guaranteed have having he here i i'd i'm"
                  + " idea immediately impact improvement improvements in indeed inlining instruction"
                  + " inverse is issue it it's its itself just large level lie lies like likewise"
                  + " looked mark marked marking massive me merge minor modified more movement must my"
                  + " nature next no not noted notes nothing noticed obvious obviously of on ongoing"
                  + " only opposite or other our overall pattern perf performance perturbation pr"
                  + " previous pure purely quite random range real really recently recovery regression"
                  + " regressions report reported result results returning returns reversal reverse"
                  + " reversed reverses revert reverted reverting run same say says see seen she"
                  + " simply since single small so sole solely spike state steady still such sure"
                  + " tests than that that's the them then there therefore these they this those"
                  + " though threshold tiny to today's tolerance total transient triage triaged"
                  + " triaging true up very was we well were where whole will with within yet")
              .split(" "));

  /** What a note claims; empty if it does not speak of noise, or denies it. */
  static Optional<NoiseClaim> in(String words) {
    String claims = NOT_NOISE.matcher(words).replaceAll("");
    return Arrays.stream(CLAUSE_END.split(claims, -1))
        .filter(clause -> NOISE.matcher(clause).find())
        .map(NoiseClaim::ofClause)
        .max(Comparator.naturalOrder());
  }

  private static NoiseClaim ofClause(String clause) {
    if (!isUnlimited(HEDGE.matcher(clause).replaceAll(" "))) {
      return PART;
    }
    return HEDGE.matcher(clause).find() ? HEDGED : WHOLE;
  }

  private static boolean isUnlimited(String clause) {
    String others = NOISE.matcher(clause).replaceAll(" ").toLowerCase(Locale.ROOT);
    return Arrays.stream(BETWEEN_WORDS.split(others, -1))
        .filter(word -> !word.isEmpty())
        .allMatch(UNLIMITED::contains);
  }
}
