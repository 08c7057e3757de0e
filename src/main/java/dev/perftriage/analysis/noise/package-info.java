/**
 * Which changes are noise, from how each test case's values went on: what {@link
 * dev.perftriage.analysis.noise.NoiseRules} lays down. The site's verdicts, counts and tables know
 * nothing of it.
 */
@NullMarked
package dev.perftriage.analysis.noise;

import org.jspecify.annotations.NullMarked;
