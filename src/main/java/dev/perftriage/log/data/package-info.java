/** What logs say, for other programs. */
@NullMarked
package dev.perftriage.log.data;

import org.jspecify.annotations.NullMarked;
