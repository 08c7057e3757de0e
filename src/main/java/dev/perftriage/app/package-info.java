/**
 * Use cases: each takes a validated record of options and returns a result, without a terminal.
 * {@link dev.perftriage.app.ReportRun} makes the weekly report, {@link
 * dev.perftriage.app.CompareRun} compares two revisions; a {@link dev.perftriage.app.Session} opens
 * the data sources for them.
 */
@NullMarked
package dev.perftriage.app;

import org.jspecify.annotations.NullMarked;
