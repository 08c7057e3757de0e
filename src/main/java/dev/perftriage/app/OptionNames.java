package dev.perftriage.app;

/**
 * The command-line options that messages of use cases mention.
 *
 * @param start the option that names the start of a range
 * @param charts the option that writes charts, to a folder attached with {@code =}
 * @param page the option that writes a page
 */
public record OptionNames(String start, String charts, String page) {}
