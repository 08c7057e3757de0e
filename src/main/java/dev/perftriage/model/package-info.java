/** Immutable value types named after the terms of the Rust compiler's performance suite. */
@NullMarked
package dev.perftriage.model;

import org.jspecify.annotations.NullMarked;
