package dev.perftriage.model.profile;

/**
 * The size of what two compilers wrote.
 *
 * @param label what it is, such as {@code linked_artifact}; untrusted
 * @param before in bytes
 * @param after in bytes
 */
public record SizeChange(String label, long before, long after) {}
