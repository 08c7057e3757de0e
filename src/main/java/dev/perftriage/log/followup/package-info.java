/** What a log leaves to do: comments to post, and what earlier logs left open. */
@NullMarked
package dev.perftriage.log.followup;

import org.jspecify.annotations.NullMarked;
