/** The sentences of reports, by subject: selection, summary, coverage and verdicts. */
@NullMarked
package dev.perftriage.report.prose;

import org.jspecify.annotations.NullMarked;
