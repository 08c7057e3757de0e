/** Published triage logs, as people wrote them: parsing, excerpts, checks and history. */
@NullMarked
package dev.perftriage.log;

import org.jspecify.annotations.NullMarked;
