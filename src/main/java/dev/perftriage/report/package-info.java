/**
 * Every output format. A {@link dev.perftriage.report.TriageReport} or {@link
 * dev.perftriage.report.ComparisonReport} is what to say; {@code prose} has the sentences, {@code
 * document} the parts in order, {@code markdown} and {@code text} write them. {@code html}, {@code
 * data} and {@code chart} are the page, the formats for programs, and the pictures.
 */
@NullMarked
package dev.perftriage.report;

import org.jspecify.annotations.NullMarked;
