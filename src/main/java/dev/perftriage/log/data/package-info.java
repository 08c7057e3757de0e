/** Findings and history as JSON and CSV. */
@NullMarked
package dev.perftriage.log.data;

import org.jspecify.annotations.NullMarked;
