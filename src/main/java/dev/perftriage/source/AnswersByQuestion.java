package dev.perftriage.source;

import dev.perftriage.source.wire.Payload;
import dev.perftriage.source.wire.WrongAnswerException;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The responses of a run, by the question that each was received for, where a response does not
 * name it. Responses full of measured values are never equal byte for byte for two questions,
 * unless a cache on the way ignores what was asked.
 *
 * @param <Q> what a response does not name, such as the metric; its text is the name in messages
 */
final class AnswersByQuestion<Q> {

  private final Map<Fingerprint, Q> received = new ConcurrentHashMap<>();

  /**
   * Notes a response.
   *
   * @throws WrongAnswerException if it was already received for another question
   */
  void check(Q question, Payload answer) {
    Q other = received.putIfAbsent(Fingerprint.of(answer.bytes()), question);
    if (other != null && !other.equals(question)) {
      throw new WrongAnswerException(
          "%s: the response is the same, byte for byte, as that about %s"
              .formatted(answer.origin(), other));
    }
  }

  /** Tells responses apart; a clash costs one more request. */
  private record Fingerprint(int length, int hash) {

    static Fingerprint of(byte[] bytes) {
      return new Fingerprint(bytes.length, Arrays.hashCode(bytes));
    }
  }
}
