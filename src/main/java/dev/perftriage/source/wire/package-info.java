/** The services' payloads in MessagePack and JSON, read into the model one value at a time. */
@NullMarked
package dev.perftriage.source.wire;

import org.jspecify.annotations.NullMarked;
