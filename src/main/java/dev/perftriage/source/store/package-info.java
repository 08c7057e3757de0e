/** A folder of recorded payloads, which is the cache too. */
@NullMarked
package dev.perftriage.source.store;

import org.jspecify.annotations.NullMarked;
