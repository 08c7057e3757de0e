package dev.perftriage.model;

/**
 * A metric, by the site's name for it, such as {@code instructions:u} or {@code max-rss}.
 *
 * <p>Any name is accepted, because the site's list of metrics grows.
 *
 * @param name the site's name, never blank
 */
public record Metric(String name) {

  /** User-mode instructions: the site's default and the only metric it does not treat as noisy. */
  public static final Metric INSTRUCTIONS = new Metric("instructions:u");

  /** Throws {@link IllegalArgumentException} if the name is blank. */
  public Metric {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a metric needs a name");
    }
  }

  /** Whether the site halves changes of this metric before it judges their size. */
  public boolean isNoisy() {
    return !equals(INSTRUCTIONS);
  }

  /** Whether it is the size of what was written, which test cases may have in common. */
  public boolean isSize() {
    return name.startsWith("size:");
  }

  @Override
  public String toString() {
    return name;
  }
}
