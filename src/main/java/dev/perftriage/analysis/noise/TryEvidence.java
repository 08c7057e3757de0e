package dev.perftriage.analysis.noise;

/**
 * The evidence behind a verdict on a try build's change. Values are in the metric's own unit.
 *
 * @param window how many values of merges around the parent are known
 * @param level the level around the parent; NaN without values
 * @param spread the typical distance of single values from their level
 * @param lowest the lowest value around the parent; NaN without values
 * @param highest the highest value around the parent
 * @param known the level that the build's value is on; NaN if it is on none
 * @param visits how often the test case left its level or came back, about as far as by this change
 * @param movedTogether how many other test cases of the build moved without a habit of doing so
 */
public record TryEvidence(
    int window,
    double level,
    double spread,
    double lowest,
    double highest,
    double known,
    int visits,
    int movedTogether) {}
