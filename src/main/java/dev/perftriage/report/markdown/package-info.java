/** The weekly triage report and its tables as Markdown. */
@NullMarked
package dev.perftriage.report.markdown;

import org.jspecify.annotations.NullMarked;
