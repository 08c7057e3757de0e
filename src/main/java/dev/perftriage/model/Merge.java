package dev.perftriage.model;

import org.jspecify.annotations.Nullable;

/**
 * A merge to master as reports name it.
 *
 * @param sha its full SHA
 * @param pr the number of the pull request it merges; null where there is none
 */
public record Merge(String sha, @Nullable Integer pr) {}
