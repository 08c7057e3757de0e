package dev.perftriage.model;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The builds of a rollup's members, each merged alone onto one commit, as a bot lists them in a
 * comment on the rollup.
 *
 * @param parent the commit that they were merged onto; empty if the comment does not name it
 * @param members in the order of the comment, each once
 * @param askedFor the builds that somebody has asked to measure in the rollup's comments
 */
public record RollupBuilds(Optional<Sha> parent, List<MemberBuild> members, Set<Sha> askedFor) {

  /** Copies the collections. */
  public RollupBuilds {
    members = List.copyOf(members);
    askedFor = Collections.unmodifiableSet(new TreeSet<>(askedFor));
  }

  /** What is listed of a member; empty if the comment does not list it. */
  public Optional<MemberBuild> of(int pull) {
    return members.stream().filter(member -> member.pull() == pull).findFirst();
  }

  /** Where a member is listed, from 0; -1 if the comment does not list it. */
  public int place(int pull) {
    return members.stream().map(MemberBuild::pull).toList().indexOf(pull);
  }

  /** Whether somebody has asked to measure a member's build. */
  public boolean isAskedFor(MemberBuild member) {
    return member.sha().filter(askedFor::contains).isPresent();
  }
}
