/** How help is laid out. */
@NullMarked
package dev.perftriage.cli.help;

import org.jspecify.annotations.NullMarked;
