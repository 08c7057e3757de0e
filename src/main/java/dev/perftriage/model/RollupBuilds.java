package dev.perftriage.model;

import java.util.List;
import java.util.Optional;

/**
 * The builds of a rollup's members, each merged alone onto one commit, as a bot lists them in a
 * comment on the rollup.
 *
 * @param parent the commit that they were merged onto; empty if the comment does not name it
 * @param members in the order of the comment, each once
 */
public record RollupBuilds(Optional<Sha> parent, List<MemberBuild> members) {

  /** Copies the list. */
  public RollupBuilds {
    members = List.copyOf(members);
  }

  /** What is listed of a member; empty if the comment does not list it. */
  public Optional<MemberBuild> of(int pull) {
    return members.stream().filter(member -> member.pull() == pull).findFirst();
  }
}
