package dev.perftriage.model;

import org.jspecify.annotations.Nullable;

/**
 * A build that the site was asked to measure, whether or not it has been.
 *
 * @param commit its commit, or the tag of a release
 * @param pr the number of its pull request; null if none is known
 * @param isTry whether it is a try build
 */
public record BuildRequest(Sha commit, @Nullable Integer pr, boolean isTry) {}
