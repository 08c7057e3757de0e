/** Possible causes of a relevant change. */
@NullMarked
package dev.perftriage.analysis.cause;

import org.jspecify.annotations.NullMarked;
