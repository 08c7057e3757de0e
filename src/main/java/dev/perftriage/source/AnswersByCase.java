package dev.perftriage.source;

import dev.perftriage.model.profile.ProfileRequest;
import dev.perftriage.model.profile.SelfProfile;
import dev.perftriage.source.wire.Payload;
import dev.perftriage.source.wire.SelfProfileReader;
import dev.perftriage.source.wire.WrongAnswerException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The self-profiles of a run, by the request that each was received for. They do not name what was
 * asked; times by the clock are never all equal, so equal bytes for two requests come from a cache
 * on the way that ignores the body of a request.
 */
final class AnswersByCase {

  private final Map<Integer, ProfileRequest> received = new ConcurrentHashMap<>();

  /**
   * Reads an answer.
   *
   * @throws WrongAnswerException if it was already received for another request
   */
  Optional<SelfProfile> read(Payload answer, ProfileRequest request) {
    Optional<SelfProfile> profile = SelfProfileReader.read(answer);
    ProfileRequest other = received.putIfAbsent(Arrays.hashCode(answer.bytes()), request);
    if (profile.isPresent() && other != null && !other.equals(request)) {
      throw new WrongAnswerException(
          "%s: the response is the same, byte for byte, as that about %s"
              .formatted(answer.origin(), other));
    }
    return profile;
  }
}
