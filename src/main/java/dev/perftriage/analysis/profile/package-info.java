/** Which queries of the compiler changed most between two self-profiles. */
@NullMarked
package dev.perftriage.analysis.profile;

import org.jspecify.annotations.NullMarked;
