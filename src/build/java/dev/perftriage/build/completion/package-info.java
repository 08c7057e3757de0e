/** Scripts that complete the program's command line in a shell. */
@NullMarked
package dev.perftriage.build.completion;

import org.jspecify.annotations.NullMarked;
