/**
 * How far the figures and the site's verdicts of a comparison can be trusted. Caveats never change
 * figures, verdicts or tables.
 */
@NullMarked
package dev.perftriage.analysis.caveat;

import org.jspecify.annotations.NullMarked;
