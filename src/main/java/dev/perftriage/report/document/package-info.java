/**
 * What a comparison says, as a document: built once, and written by a {@link
 * dev.perftriage.report.document.DocumentWriter} for each format. A writer owns escaping and
 * layout.
 */
@NullMarked
package dev.perftriage.report.document;

import org.jspecify.annotations.NullMarked;
