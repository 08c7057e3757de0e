/** What was said and done about a pull request, as far as it matters to triage. */
@NullMarked
package dev.perftriage.model.discussion;

import org.jspecify.annotations.NullMarked;
