/** The history of all weeks: a table, data and charts with one row or point per log. */
@NullMarked
package dev.perftriage.log.history;

import org.jspecify.annotations.NullMarked;
