/** The log check: rules that compare a log with itself and the log before, and repairs. */
@NullMarked
package dev.perftriage.log.check;

import org.jspecify.annotations.NullMarked;
