package dev.perftriage.cli.config;

/**
 * A value for an option from a file or the environment.
 *
 * @param key the option's name without dashes, alone or after its command's, such as {@code jobs}
 *     or {@code log.check.disable}
 * @param value the value, as on the command line
 * @param place the file or environment variable, as users know it
 */
public record Setting(String key, String value, String place) {}
