/**
 * A comparison as a document, which a {@link dev.perftriage.report.document.DocumentWriter} writes
 * in each format.
 */
@NullMarked
package dev.perftriage.report.document;

import org.jspecify.annotations.NullMarked;
