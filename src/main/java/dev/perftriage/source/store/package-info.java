/** The store: a folder of recorded payloads, which is also the cache. */
@NullMarked
package dev.perftriage.source.store;

import org.jspecify.annotations.NullMarked;
