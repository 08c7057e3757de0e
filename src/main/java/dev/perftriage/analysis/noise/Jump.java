package dev.perftriage.analysis.noise;

/**
 * A place at which the level of a series changes, whether the site flags it or not.
 *
 * @param merge the index of the merge of the first value on the new level
 * @param size the distance of the two levels, in the metric's own unit
 * @param excursion the excursion that it begins or ends
 */
record Jump(int merge, double size, Excursion excursion) {}
