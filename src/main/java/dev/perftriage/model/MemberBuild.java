package dev.perftriage.model;

import java.util.Optional;

/**
 * The build of a rollup's member on its own.
 *
 * @param pull the member's number
 * @param title its title as listed, which may be cut off; empty if it is not listed
 * @param state whether there is a build
 * @param sha the try build; empty unless {@code state} is {@link BuildState#BUILT}
 */
public record MemberBuild(int pull, String title, BuildState state, Optional<Sha> sha) {

  /** A member that was built. */
  public static MemberBuild built(int pull, String title, Sha sha) {
    return new MemberBuild(pull, title, BuildState.BUILT, Optional.of(sha));
  }

  /** A member without a build. */
  public static MemberBuild without(int pull, String title, BuildState state) {
    return new MemberBuild(pull, title, state, Optional.empty());
  }
}
