package dev.perftriage.app;

/**
 * Names of command-line options that messages of use cases mention.
 *
 * @param start the option that names the start of a range
 * @param charts the option that writes charts, and takes their folder with {@code =}
 * @param page the option that writes a page
 */
public record OptionNames(String start, String charts, String page) {}
