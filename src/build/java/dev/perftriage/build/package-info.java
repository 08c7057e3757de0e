/** Code that only the build runs; it is not part of the program's jar. */
@NullMarked
package dev.perftriage.build;

import org.jspecify.annotations.NullMarked;
