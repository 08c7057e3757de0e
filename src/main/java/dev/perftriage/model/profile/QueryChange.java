package dev.perftriage.model.profile;

/**
 * One query or activity of two compilers.
 *
 * @param label the compiler's name of it, such as {@code typeck} or {@code LLVM_passes}; untrusted
 * @param before all zero if only the later compiler ran it
 * @param after all zero if only the earlier compiler ran it
 */
public record QueryChange(String label, QueryFigures before, QueryFigures after) {

  /** The later figures less the earlier ones. */
  public QueryFigures change() {
    return after.minus(before);
  }
}
