/** What reads or prints data of others, on inputs that nobody would write. */
@NullMarked
package dev.perftriage.fuzz;

import org.jspecify.annotations.NullMarked;
