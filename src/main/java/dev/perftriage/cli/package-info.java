/**
 * The command line: options, help, exit codes, progress and terminal; it computes nothing. {@link
 * dev.perftriage.cli.PerfTriageCommand} lists the commands, each of which reads its options, runs a
 * use case of {@code app} and prints its result.
 */
@NullMarked
package dev.perftriage.cli;

import org.jspecify.annotations.NullMarked;
