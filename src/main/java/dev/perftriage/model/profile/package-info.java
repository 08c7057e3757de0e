/**
 * Where a compiler spent its time on one test case: the self-profiles of two compilers, query by
 * query.
 */
@NullMarked
package dev.perftriage.model.profile;

import org.jspecify.annotations.NullMarked;
