/** How the weeks went, one row a log. */
@NullMarked
package dev.perftriage.log.history;

import org.jspecify.annotations.NullMarked;
