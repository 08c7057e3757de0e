package dev.perftriage.analysis.attribution;

import dev.perftriage.model.TestCase;
import java.util.List;

/**
 * A test case that the own builds of some members move up and those of others down, so that the
 * rollup shows less than either, or nothing.
 *
 * @param up the numbers of the members that make it worse; not empty
 * @param down the numbers of those that improve it; not empty
 */
public record OffsetCase(TestCase testCase, List<Integer> up, List<Integer> down) {

  /** Copies the lists. */
  public OffsetCase {
    up = List.copyOf(up);
    down = List.copyOf(down);
  }
}
