package dev.perftriage.cli.config;

/**
 * A value for an option, from elsewhere than the command line.
 *
 * @param key the option's name without dashes, alone or behind its command's, such as {@code jobs}
 *     or {@code log.check.disable}
 * @param value what stands there, as it would on the command line
 * @param place the file or environment variable, as users know it
 */
public record Setting(String key, String value, String place) {}
