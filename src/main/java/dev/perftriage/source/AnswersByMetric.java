package dev.perftriage.source;

import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.Metric;
import dev.perftriage.model.Sha;
import dev.perftriage.source.wire.Payload;
import dev.perftriage.source.wire.WrongAnswerException;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The responses of a run, by which metric each was received for. Values by two metrics are never
 * all equal, and the site sends them in random order: equal bytes for two metrics come from a cache
 * on the way that ignores the body of a request.
 */
final class AnswersByMetric {

  private final Map<Fingerprint, Metric> received = new ConcurrentHashMap<>();

  /**
   * Checks a comparison.
   *
   * @return the comparison
   * @throws WrongAnswerException if the response was already received for another metric
   */
  ArtifactComparison checked(ArtifactComparison comparison, Payload answer) {
    // Two metrics that nothing was measured by have the same response.
    if (!comparison.compile().isEmpty() || !comparison.runtime().isEmpty()) {
      Metric other = received.putIfAbsent(Fingerprint.of(comparison, answer), comparison.metric());
      if (other != null && !other.equals(comparison.metric())) {
        throw new WrongAnswerException(
            "%s: the response is the same, byte for byte, as that by %s"
                .formatted(answer.origin(), other));
      }
    }
    return comparison;
  }

  /** Tells responses apart; a clash costs one more request. */
  private record Fingerprint(Sha before, Sha after, int length, int hash) {

    static Fingerprint of(ArtifactComparison comparison, Payload answer) {
      byte[] bytes = answer.bytes();
      return new Fingerprint(
          comparison.before().commit(),
          comparison.after().commit(),
          bytes.length,
          Arrays.hashCode(bytes));
    }
  }
}
