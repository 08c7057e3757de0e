/** What a relevant change may come from. */
@NullMarked
package dev.perftriage.analysis.cause;

import org.jspecify.annotations.NullMarked;
