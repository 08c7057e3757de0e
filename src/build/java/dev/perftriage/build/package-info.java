/** What only the build runs; the program's jar leaves it out. */
@NullMarked
package dev.perftriage.build;

import org.jspecify.annotations.NullMarked;
