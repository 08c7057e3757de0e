package dev.perftriage.source.wire;

import dev.perftriage.model.DataException;

/**
 * A payload that is sound but answers another question than the one asked, or contradicts the list
 * of merges about a commit.
 */
public final class WrongAnswerException extends DataException {

  private static final long serialVersionUID = 1L;

  public WrongAnswerException(String message) {
    super(message);
  }

  /**
   * The exception for a field that shows which question was answered.
   *
   * @param field the path of the field
   * @param answered its value
   * @param asked what it should be
   */
  static WrongAnswerException of(String origin, String field, Object answered, Object asked) {
    return new WrongAnswerException(
        "%s: field %s is %s, but %s was asked for".formatted(origin, field, answered, asked));
  }
}
