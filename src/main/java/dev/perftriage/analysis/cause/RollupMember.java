package dev.perftriage.analysis.cause;

import java.util.List;
import java.util.Optional;

/**
 * A pull request that a rollup merged.
 *
 * @param number its number
 * @param title its title as given in the rollup
 * @param labels the names of its labels; empty where they are not known
 * @param weight how likely it is the cause, by {@link MemberRules}: higher is likelier, 0 if
 *     unknown
 */
public record RollupMember(int number, String title, Optional<List<String>> labels, int weight) {

  /** Copies the list. */
  public RollupMember {
    labels = labels.map(List::copyOf);
  }
}
