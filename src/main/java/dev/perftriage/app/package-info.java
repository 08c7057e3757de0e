/** Use cases: each takes a validated record of options and returns a result, without a terminal. */
@NullMarked
package dev.perftriage.app;

import org.jspecify.annotations.NullMarked;
