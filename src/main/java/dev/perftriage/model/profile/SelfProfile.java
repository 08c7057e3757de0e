package dev.perftriage.model.profile;

import java.util.List;

/**
 * The self-profiles of two compilers on one test case.
 *
 * @param totals all queries together
 * @param queries each query of either compiler, in the site's order
 * @param sizes the sizes of artifacts; empty if they were not measured on both sides
 */
public record SelfProfile(QueryChange totals, List<QueryChange> queries, List<SizeChange> sizes) {

  /** Copies the lists. */
  public SelfProfile {
    queries = List.copyOf(queries);
    sizes = List.copyOf(sizes);
  }
}
