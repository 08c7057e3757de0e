/** The command line: options, exit codes and wiring; nothing that computes. */
@NullMarked
package dev.perftriage.cli;

import org.jspecify.annotations.NullMarked;
