/** Output for a terminal. */
@NullMarked
package dev.perftriage.report.text;

import org.jspecify.annotations.NullMarked;
