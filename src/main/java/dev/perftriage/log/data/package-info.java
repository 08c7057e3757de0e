/** Findings and history as JSON and CSV, and findings as annotations of GitHub. */
@NullMarked
package dev.perftriage.log.data;

import org.jspecify.annotations.NullMarked;
