package dev.perftriage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.Buffer;
import org.msgpack.jackson.dataformat.MessagePackFactory;

/**
 * Services for a range of any length, whose answers are one answer with other commits in it. A few
 * test cases of each are relevant, too few to deserve attention.
 */
final class LongRange extends Dispatcher implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ObjectMapper MESSAGE_PACK = new ObjectMapper(new MessagePackFactory());
  private static final int SHA_LENGTH = 40;
  private static final int RELEVANT = 8;
  private static final List<String> PROFILES = List.of("check", "debug", "opt");
  private static final List<String> SCENARIOS =
      List.of("full", "incr-full", "incr-unchanged", "incr-patched: println");

  private final MockWebServer server = new MockWebServer();
  private final int merges;
  private final byte[] template;

  LongRange(int merges, int testCases) throws IOException {
    this.merges = merges;
    this.template = MESSAGE_PACK.writeValueAsBytes(comparison(testCases));
    server.setDispatcher(this);
    server.start();
  }

  String start() {
    return sha(0);
  }

  List<String> options() {
    String url = server.url("/").toString();
    return List.of("--perf-url", url, "--commits-url", url, "--github-url", url);
  }

  @Override
  public MockResponse dispatch(RecordedRequest request) {
    try {
      return switch (request.getUrl().encodedPath()) {
        case "/perf/get" -> answer(JSON.readTree(request.getBody().toByteArray()));
        case "/bors-commit-list" -> body(JSON.writeValueAsBytes(commits()));
        default -> body("{\"total_count\": 0, \"items\": []}".getBytes(StandardCharsets.UTF_8));
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    server.close();
  }

  private MockResponse answer(JsonNode question) {
    String start = question.get("start").asText();
    String end = question.get("end").asText();
    int from = Integer.parseInt(start);
    int to = end.isEmpty() ? merges : Integer.parseInt(end);
    byte[] answer = template.clone();
    replace(answer, "p", sha(Math.max(from - 1, 0)));
    replace(answer, "n", sha(to + 1));
    replace(answer, "a", start);
    replace(answer, "b", sha(to));
    return body(answer);
  }

  /** The place holders are at the beginning, before any test case. */
  private static void replace(byte[] answer, String placeHolder, String sha) {
    byte[] wanted = placeHolder.repeat(SHA_LENGTH).getBytes(StandardCharsets.UTF_8);
    int at = 0;
    while (!Arrays.equals(answer, at, at + wanted.length, wanted, 0, wanted.length)) {
      at++;
    }
    System.arraycopy(sha.getBytes(StandardCharsets.UTF_8), 0, answer, at, wanted.length);
  }

  private ArrayNode commits() {
    ArrayNode commits = JSON.createArrayNode();
    for (int i = merges; i > 0; i--) {
      commits
          .addObject()
          .put("sha", sha(i))
          .put("parent_sha", sha(i - 1))
          .put("pr", i)
          .put("time", "2025-11-03T00:00:00Z");
    }
    return commits;
  }

  private static ObjectNode comparison(int testCases) {
    ObjectNode comparison = JSON.createObjectNode();
    comparison.put("prev", "p".repeat(SHA_LENGTH)).put("next", "n".repeat(SHA_LENGTH));
    comparison.put("is_contiguous", true);
    comparison.putObject("a").put("commit", "a".repeat(SHA_LENGTH)).put("type", "master");
    comparison.putObject("b").put("commit", "b".repeat(SHA_LENGTH)).put("type", "master");
    ArrayNode cases = comparison.putArray("compile_comparisons");
    for (int i = 0; i < testCases; i++) {
      boolean relevant = i < RELEVANT;
      ObjectNode testCase = cases.addObject();
      testCase.put("benchmark", "a-benchmark-of-usual-length-" + i / 12);
      testCase.put("profile", PROFILES.get(i % 3));
      testCase.put("scenario", SCENARIOS.get(i / 3 % 4));
      testCase.put("backend", "llvm").put("target", "x86_64-unknown-linux-gnu");
      ObjectNode result = testCase.putObject("comparison");
      result.put("is_relevant", relevant).put("significance_threshold", 0.0019);
      result.put("significance_factor", relevant ? 2.5 : 0.05);
      result.putArray("statistics").add(1e9).add(relevant ? 1.005e9 : 1.0001e9);
    }
    return comparison;
  }

  private static String sha(int number) {
    return String.format(Locale.ROOT, "%040d", number);
  }

  private static MockResponse body(byte[] bytes) {
    return new MockResponse.Builder().body(new Buffer().write(bytes)).build();
  }
}
