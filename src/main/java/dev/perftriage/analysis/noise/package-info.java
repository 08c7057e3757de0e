/**
 * Noise verdicts, from the values of each test case before and after a change, by {@link
 * dev.perftriage.analysis.noise.NoiseRules}. They never change the site's verdicts, counts or
 * tables.
 */
@NullMarked
package dev.perftriage.analysis.noise;

import org.jspecify.annotations.NullMarked;
