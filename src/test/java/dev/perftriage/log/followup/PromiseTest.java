package dev.perftriage.log.followup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PromiseTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Pinged the author and reviewer for their perspective.     | ASKED
          Asked the PR author about this.                           | ASKED
          The author and reviewer have been asked for next steps.   | ASKED
          Left a comment and we will see if this is worth a fix.    | ASKED
          not marking as triaged yet; instead, left a note          | ASKED
          posted comment asking for more                            | ASKED
          Waiting on the author and reviewer to give their thoughts | ASKED
          Not marking as triaged yet.                               | NOT_TRIAGED
          therefore, not yet marking as triaged...                  | NOT_TRIAGED
          Started perf runs of the likely members.                  | RUN_STARTED
          fired off some follow-up rust-timer builds on a couple    | RUN_STARTED
          Queued a perf run.                                        | RUN_STARTED
          """)
  void isFoundInTheWordsOfLogs(String note, Promise promise) {
    assertThat(Promise.in(note)).contains(promise);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Marked as triaged.",
        "Noise.",
        "The regression was expected from the perf run before the merge.",
        "The results of the perf run were as expected.",
      })
  void isNotFoundInOthers(String note) {
    assertThat(Promise.in(note)).isEmpty();
  }
}
