package dev.perftriage.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnmatchedNameTest {

  @ParameterizedTest(name = "{1} {0} of {2}: {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # names that contain the value come first, in their own order
          serde     | 2 | helloworld my-serde serde-1.0      | my-serde serde-1.0
          SERDE     | 1 | cargo Serde-1.0                    | Serde-1.0
          # then those that begin like it, the longer the same beginning the better
          sede      | 3 | cargo serde syn                    | serde syn cargo
          clap_derv | 2 | clap clap_derive-4 cargo           | clap_derive-4 clap
          # a containing name before any common beginning
          ard       | 2 | are card                           | card are
          # a name shorter than the value
          serde-1.0 | 1 | cargo ser                          | ser
          # what makes a pattern of the value is no part of its name
          *serdé?   | 1 | cargo serdé                        | serdé
          /serde/   | 1 | cargo serde                        | serde
          # nothing is like a mere wildcard
          *         | 2 | cargo serde syn                    | cargo serde
          # no more than are wanted, nor than there are
          s         | 1 | serde syn                          | serde
          s         | 5 | serde syn                          | serde syn
          """)
  void theNearestNamesAreOffered(String word, int most, String available, String nearest) {
    UnmatchedName unmatched =
        new UnmatchedName(Criterion.BENCHMARK, word, Arrays.asList(available.split(" ")));

    assertThat(unmatched.nearest(most)).containsExactlyElementsOf(List.of(nearest.split(" ")));
  }
}
