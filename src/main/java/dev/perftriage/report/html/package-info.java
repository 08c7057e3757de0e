/** Reports and comparisons as self-contained web pages. */
@NullMarked
package dev.perftriage.report.html;

import org.jspecify.annotations.NullMarked;
