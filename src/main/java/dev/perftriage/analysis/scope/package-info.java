/** What relevant changes have in common, and which direction outweighs. */
@NullMarked
package dev.perftriage.analysis.scope;

import org.jspecify.annotations.NullMarked;
