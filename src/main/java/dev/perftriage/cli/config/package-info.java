/** Defaults for options, from files and the environment. */
@NullMarked
package dev.perftriage.cli.config;

import org.jspecify.annotations.NullMarked;
