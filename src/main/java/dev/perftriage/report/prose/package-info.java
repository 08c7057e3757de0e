/** The sentences of reports, by subject: selection, summary, coverage, causes and verdicts. */
@NullMarked
package dev.perftriage.report.prose;

import org.jspecify.annotations.NullMarked;
