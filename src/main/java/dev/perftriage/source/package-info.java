/** Where facts come from: the performance site, the commit list, GitHub and the store on disk. */
@NullMarked
package dev.perftriage.source;

import org.jspecify.annotations.NullMarked;
