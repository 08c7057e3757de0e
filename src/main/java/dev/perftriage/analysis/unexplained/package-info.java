/** What the figures of a whole range have that no listed merge explains. */
@NullMarked
package dev.perftriage.analysis.unexplained;

import org.jspecify.annotations.NullMarked;
