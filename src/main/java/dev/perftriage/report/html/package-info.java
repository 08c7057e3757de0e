/** Reports and comparisons as one self-contained page each. */
@NullMarked
package dev.perftriage.report.html;

import org.jspecify.annotations.NullMarked;
