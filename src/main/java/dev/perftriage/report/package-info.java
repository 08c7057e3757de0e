/**
 * All output formats. A {@link dev.perftriage.report.TriageReport} or {@link
 * dev.perftriage.report.ComparisonReport} holds the content. {@code prose} phrases the sentences,
 * {@code document} arranges the parts, {@code markdown} and {@code text} write them; {@code html},
 * {@code data} and {@code chart} make the web page, the formats for programs, and the charts.
 */
@NullMarked
package dev.perftriage.report;

import org.jspecify.annotations.NullMarked;
