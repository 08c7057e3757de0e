/** The commands as manual pages. */
@NullMarked
package dev.perftriage.build.man;

import org.jspecify.annotations.NullMarked;
