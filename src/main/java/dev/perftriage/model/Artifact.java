package dev.perftriage.model;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One measured compiler.
 *
 * @param commit its commit, or the tag of a released artifact
 * @param date when it was merged; null for a released artifact
 * @param pr the number of the pull request it merges; null if there is none
 * @param type {@code master}, {@code try}, or another type of the site
 * @param bootstrap the build time of each crate of the compiler, in nanoseconds; empty if not
 *     measured
 * @param bootstrapTotal the build time of the whole compiler, in nanoseconds; 0 if not measured
 * @param componentSizes the size of each component of the toolchain, in bytes; empty if not
 *     measured
 */
public record Artifact(
    Sha commit,
    @Nullable Instant date,
    @Nullable Integer pr,
    String type,
    Map<String, Long> bootstrap,
    long bootstrapTotal,
    Map<String, Long> componentSizes) {

  /** Copies the maps, in the order of their keys. */
  public Artifact {
    bootstrap = Collections.unmodifiableMap(new TreeMap<>(bootstrap));
    componentSizes = Collections.unmodifiableMap(new TreeMap<>(componentSizes));
  }

  /** Whether it is a try build of a pull request. */
  public boolean isTry() {
    return type.equals("try");
  }

  /** The same artifact without the times and sizes of its build. */
  public Artifact withoutBuild() {
    return new Artifact(commit, date, pr, type, Map.of(), 0, Map.of());
  }

  /** The first eight characters of a commit, or a whole tag, as reports print it. */
  public String shortCommit() {
    return commit.shortened();
  }
}
