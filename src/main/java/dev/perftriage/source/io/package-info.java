/** Used throughout source: atomic files, daemon threads and descriptions of failures. */
@NullMarked
package dev.perftriage.source.io;

import org.jspecify.annotations.NullMarked;
