/** Published triage logs: parsing, excerpts, checks and history. */
@NullMarked
package dev.perftriage.log;

import org.jspecify.annotations.NullMarked;
