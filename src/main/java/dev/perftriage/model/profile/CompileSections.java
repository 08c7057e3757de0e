package dev.perftriage.model.profile;

import java.util.List;

/**
 * The parts of a compilation by two compilers: frontend, backend and linker.
 *
 * @param before the earlier compiler's parts, in the site's order
 * @param after the later compiler's parts, likewise
 */
public record CompileSections(List<Section> before, List<Section> after) {

  /** Copies the lists. */
  public CompileSections {
    before = List.copyOf(before);
    after = List.copyOf(after);
  }

  /**
   * A part of a compilation.
   *
   * @param name such as {@code Frontend}; untrusted
   * @param share its part of the whole, from 0 to 1; NaN if the whole is nothing
   */
  public record Section(String name, double share) {}
}
