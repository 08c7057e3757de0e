package dev.perftriage.model;

import org.jspecify.annotations.Nullable;

/**
 * A merge to master as reports name it.
 *
 * @param pr the number of the pull request it merges; null if there is none
 */
public record Merge(Sha sha, @Nullable Integer pr) {}
