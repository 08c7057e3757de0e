package dev.perftriage.fuzz;

import java.io.IOException;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Runs each target on changed inputs, the same ones each time. The property {@code fuzz.factor}
 * multiplies their number; the profile {@code fuzz} searches further, guided by coverage.
 */
class FuzzTargetsTest {

  private static final int FACTOR = Integer.getInteger("fuzz.factor", 1);

  @ParameterizedTest
  @EnumSource(FuzzTarget.class)
  void everyInputGivesAResultOrAnErrorInASentence(FuzzTarget target) throws IOException {
    List<byte[]> corpus = target.corpus();
    for (byte[] sound : corpus) {
      target.run(sound);
    }
    for (int seed = 0; seed < target.iterations() * FACTOR; seed++) {
      byte[] input = new Mutations(seed).of(corpus.get(seed % corpus.size()), corpus);
      try {
        target.run(input);
      } catch (RuntimeException | Error e) {
        throw new AssertionError(
            "%s, seed %s, input in Base64: %s"
                .formatted(target, seed, Base64.getEncoder().encodeToString(input)),
            e);
      }
    }
  }
}
