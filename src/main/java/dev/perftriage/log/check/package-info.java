/**
 * The log check: rules that check a log for consistency and against the previous log, and repairs.
 */
@NullMarked
package dev.perftriage.log.check;

import org.jspecify.annotations.NullMarked;
