/** Fetches the comparisons of a range of merges. */
@NullMarked
package dev.perftriage.source.range;

import org.jspecify.annotations.NullMarked;
