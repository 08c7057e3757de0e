package dev.perftriage.report.markdown;

import dev.perftriage.report.ListLimit;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The size of a document, such as a comment, which GitHub rejects if it is too long.
 *
 * @param listed how many test cases of a list are visible; the others are folded
 * @param bytes the maximum size in bytes of UTF-8, at least {@link #LEAST}
 */
public record MarkdownBudget(ListLimit listed, int bytes) {

  /** The smallest maximum size, in bytes. */
  public static final int LEAST = 1_000;

  /** No maximum, and nothing folded. */
  static final MarkdownBudget NONE = new MarkdownBudget(ListLimit.ALL, Integer.MAX_VALUE);

  private static final String LEFT_OUT = "The rest is left out, because it is too long.\n";

  /** Checks the size. */
  public MarkdownBudget {
    if (bytes < LEAST) {
      throw new IllegalArgumentException("a document of at most " + bytes + " bytes");
    }
  }

  /** The longest document of these blocks within the budget: every list has as many rows as fit. */
  String fit(List<MarkdownBlock> blocks) {
    String whole = join(blocks, Integer.MAX_VALUE);
    if (fits(whole)) {
      return whole;
    }
    int fitting = 0;
    // A row takes more than one byte.
    int tooMany = Math.min(bytes, whole.length());
    while (tooMany - fitting > 1) {
      int middle = (fitting + tooMany) >>> 1;
      if (fits(join(blocks, middle))) {
        fitting = middle;
      } else {
        tooMany = middle;
      }
    }
    String longest = join(blocks, fitting);
    return fits(longest) ? longest : beginning(blocks);
  }

  /** The blocks without rows, up to the first one that does not fit. */
  private String beginning(List<MarkdownBlock> blocks) {
    StringBuilder out = new StringBuilder();
    for (MarkdownBlock block : blocks) {
      String next = block.render(0);
      if (!fits(out + next + LEFT_OUT)) {
        break;
      }
      out.append(next);
    }
    return out.append(LEFT_OUT).toString();
  }

  private boolean fits(String text) {
    return text.length() <= bytes && text.getBytes(StandardCharsets.UTF_8).length <= bytes;
  }

  private static String join(List<MarkdownBlock> blocks, int most) {
    return blocks.stream().map(block -> block.render(most)).collect(Collectors.joining());
  }
}
