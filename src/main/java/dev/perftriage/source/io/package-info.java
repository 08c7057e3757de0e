/** Writes files atomically, and words for failures of input and output. */
@NullMarked
package dev.perftriage.source.io;

import org.jspecify.annotations.NullMarked;
