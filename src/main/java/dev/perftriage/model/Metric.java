package dev.perftriage.model;

import org.jspecify.annotations.Nullable;

/**
 * What was measured, by the site's name for it, such as {@code instructions:u} or {@code max-rss}.
 *
 * <p>The site's list of metrics grows, so any name is a metric.
 *
 * @param name the site's name, never blank
 */
public record Metric(String name) {

  /** User-mode instructions: the site's default and the only metric it does not treat as noisy. */
  public static final Metric INSTRUCTIONS = new Metric("instructions:u");

  /** Checks the name, with {@link IllegalArgumentException} for a blank one. */
  public Metric {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a metric has a name");
    }
  }

  /** Whether the site halves changes of this metric before it judges their size. */
  public boolean isNoisy() {
    return !equals(INSTRUCTIONS);
  }

  // Every run looks metrics up, and the methods that Java makes for a record take longer to start.

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Metric that && name.equals(that.name);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  @Override
  public String toString() {
    return name;
  }
}
