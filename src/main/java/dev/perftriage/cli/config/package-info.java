/** What files and the environment say in place of options. */
@NullMarked
package dev.perftriage.cli.config;

import org.jspecify.annotations.NullMarked;
