package dev.perftriage.analysis.noise;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/** How well verdicts on try builds agree with what the builds are made of. */
final class TryScore {

  private final Map<TryRule, Integer> noise = new EnumMap<>(TryRule.class);
  private final Map<TryRule, Integer> real = new EnumMap<>(TryRule.class);

  void add(JudgedTryChange judged, boolean isReal) {
    (isReal ? real : noise).merge(judged.rule(), 1, Integer::sum);
  }

  void add(TryScore other) {
    other.noise.forEach((rule, count) -> noise.merge(rule, count, Integer::sum));
    other.real.forEach((rule, count) -> real.merge(rule, count, Integer::sum));
  }

  private static int count(Map<TryRule, Integer> counts, Predicate<TryVerdict> which) {
    return counts.entrySet().stream()
        .filter(entry -> which.test(entry.getKey().verdict()))
        .mapToInt(Map.Entry::getValue)
        .sum();
  }

  /** Of what is called noise, the share that is. */
  double precision() {
    int right = count(noise, verdict -> verdict == TryVerdict.NOISE);
    return (double) right / (right + count(real, verdict -> verdict == TryVerdict.NOISE));
  }

  /** Of all noise, the share that is called noise. */
  double recall() {
    return (double) count(noise, verdict -> verdict == TryVerdict.NOISE)
        / count(noise, any -> true);
  }

  /** Of what is called real, the share that is. */
  double precisionOfReal() {
    int right = count(real, verdict -> verdict == TryVerdict.REAL);
    return (double) right / (right + count(noise, verdict -> verdict == TryVerdict.REAL));
  }

  /** Of all real changes, the share that is called real. */
  double realFound() {
    return (double) count(real, verdict -> verdict == TryVerdict.REAL) / count(real, any -> true);
  }

  /** The share of all changes that is undecided. */
  double unclear() {
    int open = count(noise, verdict -> verdict == TryVerdict.UNCLEAR);
    int openReal = count(real, verdict -> verdict == TryVerdict.UNCLEAR);
    return (double) (open + openReal) / (count(noise, any -> true) + count(real, any -> true));
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (TryRule rule : TryRule.values()) {
      text.append(
          String.format(
              Locale.ROOT,
              "%-16s noise %6d real %6d%n",
              rule,
              noise.getOrDefault(rule, 0),
              real.getOrDefault(rule, 0)));
    }
    return text.append(
            String.format(
                Locale.ROOT,
                "noise: precision %.3f recall %.3f, real: precision %.3f recall %.3f, unclear %.3f%n",
                precision(),
                recall(),
                precisionOfReal(),
                realFound(),
                unclear()))
        .toString();
  }
}
