/** What every output format shares. */
@NullMarked
package dev.perftriage.report;

import org.jspecify.annotations.NullMarked;
