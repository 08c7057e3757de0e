/** Pure functions from measurements to verdicts: the site's rules, exact at every boundary. */
@NullMarked
package dev.perftriage.analysis;

import org.jspecify.annotations.NullMarked;
