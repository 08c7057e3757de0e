/** Completion scripts for shells. */
@NullMarked
package dev.perftriage.build.completion;

import org.jspecify.annotations.NullMarked;
