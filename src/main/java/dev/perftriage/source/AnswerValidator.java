package dev.perftriage.source;

import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.Bound;
import dev.perftriage.model.ComparisonQuery;
import dev.perftriage.model.DataException;
import dev.perftriage.model.Sha;
import dev.perftriage.source.wire.ComparisonReader;
import dev.perftriage.source.wire.Payload;
import dev.perftriage.source.wire.TestCaseInterner;

/** Reads comparisons, and checks that each answers its question. */
final class AnswerValidator {

  private final TestCaseInterner testCases = new TestCaseInterner();

  /**
   * Reads the answer to a question.
   *
   * @throws DataException where it is no comparison, or one of other commits
   */
  ArtifactComparison read(Payload answer, ComparisonQuery query) {
    ArtifactComparison comparison = ComparisonReader.read(answer, query.metric(), testCases);
    require(query.start(), comparison.before().commit(), "a.commit", answer);
    require(query.end(), comparison.after().commit(), "b.commit", answer);
    return comparison;
  }

  private static void require(Bound asked, Sha answered, String field, Payload answer) {
    if (asked.isCommit() && !asked.is(answered)) {
      throw new DataException(
          "%s: field %s is %s, but %s was asked for"
              .formatted(answer.origin(), field, answered, asked));
    }
  }
}
