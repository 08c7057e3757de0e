package dev.perftriage.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A merge to the master branch, measured or not.
 *
 * @param parentSha the merge before it
 * @param pr the number of the pull request it merges; null if there is none
 * @param time when it was merged
 */
public record MasterCommit(Sha sha, Sha parentSha, @Nullable Integer pr, Instant time) {}
