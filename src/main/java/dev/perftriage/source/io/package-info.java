/** What all of source shares: atomic files, daemon threads, and the words for failures. */
@NullMarked
package dev.perftriage.source.io;

import org.jspecify.annotations.NullMarked;
