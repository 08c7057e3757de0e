package dev.perftriage.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Changes inputs at random; the same seed changes an input alike. */
final class Mutations {

  /** Numbers, texts and markup at the edges of what readers and writers expect. */
  private static final List<String> TOKENS =
      List.of(
          "0",
          "-1",
          "1e308",
          "-1e308",
          "1e-300",
          "1e999",
          "NaN",
          "-0.0",
          "2147483648",
          "9223372036854775808",
          "null",
          "true",
          "\"\"",
          "{}",
          "[]",
          "\"x\"",
          "\"2025-02-30\"",
          "\"\\u202e\\u001b[31m\"",
          "\"\\ud800\"",
          "[[[[[[[[[[",
          "{\"a\":",
          "]:",
          "`",
          "|",
          "\n",
          "\n\n",
          "<!--",
          "**",
          "[^1]:",
          "\\",
          "@x",
          "$x$",
          "\u0000",
          "\ufeff",
          "é",
          "🦀");

  private static final Pattern VALUE =
      Pattern.compile("\"[^\"\\n]*\"|-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?|true|false|null");

  private final Random random;

  Mutations(long seed) {
    this.random = new Random(seed);
  }

  /** An input with one to four changes. */
  byte[] of(byte[] input, List<byte[]> corpus) {
    byte[] changed = input;
    for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
      changed = changed(changed, corpus);
    }
    return changed;
  }

  private byte[] changed(byte[] input, List<byte[]> corpus) {
    int from = random.nextInt(input.length + 1);
    int to = Math.min(input.length, from + random.nextInt(1 + random.nextInt(64)));
    return switch (random.nextInt(7)) {
      case 0 -> replaced(input, from, to, new byte[0]);
      case 1 -> replaced(input, from, from, Arrays.copyOfRange(input, from, to));
      case 2 -> replaced(input, from, Math.min(input.length, from + 1), random(1));
      case 3 -> replaced(input, from, to, token());
      case 4 -> Arrays.copyOf(input, from);
      case 5 -> {
        byte[] other = corpus.get(random.nextInt(corpus.size()));
        int at = random.nextInt(other.length + 1);
        yield replaced(
            input, from, to, Arrays.copyOfRange(other, at, Math.min(other.length, at + 200)));
      }
      default -> withOtherValue(input);
    };
  }

  /** The same with a token in place of a random value of JSON. */
  private byte[] withOtherValue(byte[] input) {
    String text = new String(input, StandardCharsets.ISO_8859_1);
    Matcher value = VALUE.matcher(text);
    int count = (int) value.results().count();
    if (count == 0) {
      return replaced(input, 0, 0, token());
    }
    value.reset();
    for (int skip = random.nextInt(count); skip >= 0; skip--) {
      value.find();
    }
    return replaced(input, value.start(), value.end(), token());
  }

  private byte[] token() {
    return TOKENS.get(random.nextInt(TOKENS.size())).getBytes(StandardCharsets.UTF_8);
  }

  private byte[] random(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  private static byte[] replaced(byte[] input, int from, int to, byte[] replacement) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(input, 0, from);
    out.writeBytes(replacement);
    out.write(input, to, input.length - to);
    return out.toByteArray();
  }
}
