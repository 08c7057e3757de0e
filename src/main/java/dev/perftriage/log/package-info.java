/** Published triage logs, as people really wrote them: parse, check, excerpt, history. */
@NullMarked
package dev.perftriage.log;

import org.jspecify.annotations.NullMarked;
