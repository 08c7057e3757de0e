/**
 * Immutable value types in the terms of the Rust compiler's performance suite: a {@link
 * dev.perftriage.model.ComparisonQuery} asks for the {@link
 * dev.perftriage.model.ArtifactComparison} of two artifacts by a {@link
 * dev.perftriage.model.Metric}, which compares each {@link dev.perftriage.model.TestCase}.
 */
@NullMarked
package dev.perftriage.model;

import org.jspecify.annotations.NullMarked;
