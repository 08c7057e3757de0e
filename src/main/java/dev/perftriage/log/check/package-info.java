/** What a log says against itself, against the log before it, and what was left unfinished. */
@NullMarked
package dev.perftriage.log.check;

import org.jspecify.annotations.NullMarked;
