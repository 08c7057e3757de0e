/** The commands as manual pages. */
@NullMarked
package dev.perftriage.cli.man;

import org.jspecify.annotations.NullMarked;
