/** Which member of a rollup moved what, by the measurements of the members' own builds. */
@NullMarked
package dev.perftriage.analysis.attribution;

import org.jspecify.annotations.NullMarked;
