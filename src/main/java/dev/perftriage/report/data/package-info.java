/** Output for other programs. */
@NullMarked
package dev.perftriage.report.data;

import org.jspecify.annotations.NullMarked;
