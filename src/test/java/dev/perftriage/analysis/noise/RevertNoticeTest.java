package dev.perftriage.analysis.noise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perftriage.model.PullRequest;
import dev.perftriage.model.Sha;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RevertNoticeTest {

  @ParameterizedTest(name = "{0}, {1}: {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          Revert #100                      |                                   | #100
          Revert #100 and #101             |                                   | #100 #101
          Revert "Go" (#100)               |                                   | #100 Go
          Go back                          | Reverts #100, #101 and #102       | #100 #101 #102
          Go back                          | This reverts commit ABCDEF1.      | abcdef1
          Go back                          | reverts commit abcdef             |
          Revert #100                      | This reverts #101                 | #100 #101
          Go back                          | We do not revert #100             |
          # it does not revert itself
          Go back                          | reverts #200 and #100             | #100
          Tidy                             |                                   |
          """)
  void itNamesWhatTitleAndDescriptionRevert(
      String title, @Nullable String body, @Nullable String names) {
    PullRequest pull = new PullRequest(200, title, body == null ? "" : body, List.of(), null);

    assertThat(RevertNotice.of(pull).names())
        .containsExactlyElementsOf(names == null ? List.of() : List.of(names.split(" ")));
  }

  @ParameterizedTest(name = "{0} is {1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          #100          | #100                                     | true
          #100          | #1000                                    | false
          Make it fast  | Make it fast                             | true
          Make it       | Make it fast                             | false
          # a title that was cut off ends so
          Make it…      | Make it fast                             | true
          Make him…     | Make it fast                             | false
          …             | Make it fast                             | true
          # a SHA has seven digits or more
          0123abc       | 0123abcdef0123abcdef0123abcdef0123abcdef | true
          0123ab        | 0123abcdef0123abcdef0123abcdef0123abcdef | false
          0123abd       | 0123abcdef0123abcdef0123abcdef0123abcdef | false
          0123abg       | 0123abg                                  | true
          0123abg       | 0123abgdef0123abcdef0123abcdef0123abcdef | false
          # and is that of a commit, not the beginning of a title
          0123abc       | 0123abcd                                 | false
          deadbeef      | deadbeef is no SHA, but a title          | false
          """)
  void aNameIsThatOfWhatItAbbreviates(String name, String known, boolean same) {
    assertThat(RevertNotice.isSame(name, known)).isEqualTo(same);
  }

  @Test
  void aRollupIsNamedByItsMembersToo() {
    PullRequest rollup =
        new PullRequest(
            100,
            "Rollup of 2 pull requests",
            "Successful merges:\n\n - #50 (Go)\n - #51 (Come)\n",
            List.of(),
            new Sha("c".repeat(40)));

    assertThat(RevertNotice.namesOf(rollup))
        .containsExactly("Rollup of 2 pull requests", "c".repeat(40), "#50", "Go", "#51", "Come");
  }
}
