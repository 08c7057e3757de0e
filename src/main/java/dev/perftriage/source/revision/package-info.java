/** Resolves revisions to commits. */
@NullMarked
package dev.perftriage.source.revision;

import org.jspecify.annotations.NullMarked;
