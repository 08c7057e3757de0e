package dev.perftriage.analysis.noise;

/**
 * A place at which the level of a series changes, whether the site flags it or not.
 *
 * @param merge the index of the merge of the first value on the new level
 * @param size the distance of the two levels, in the metric's own unit
 * @param begun the excursion that it begins
 * @param ended the excursion that it ends
 */
record Jump(int merge, double size, Excursion begun, Excursion ended) {}
