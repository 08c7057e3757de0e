/** Lays out what a release contains beside the program's own files. */
@NullMarked
package dev.perftriage.build.release;

import org.jspecify.annotations.NullMarked;
