/**
 * Data sources: where a run gets comparisons, merges and pull requests, and how it stores them.
 * {@link dev.perftriage.source.DataSources} combines the services of {@code http} with the {@code
 * store}, both of which use the readers of {@code wire}. Using them, {@code revision} resolves
 * revisions, and {@code range} fetches the comparisons of a range.
 */
@NullMarked
package dev.perftriage.source;

import org.jspecify.annotations.NullMarked;
