package dev.perftriage.model.profile;

import dev.perftriage.model.DataException;

/** The site has no self-profile of a test case, by one of the two compilers or by both. */
public final class NoProfileException extends DataException {

  private static final long serialVersionUID = 1L;

  /** An exception whose message names the test case and the compilers. */
  public NoProfileException(String message) {
    super(message);
  }
}
