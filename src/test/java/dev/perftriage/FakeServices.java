package dev.perftriage;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.Buffer;

/**
 * All three services on a local port, answering from a recorded week as the real ones would:
 * MessagePack, Brotli where it is offered, search results in pages.
 */
public final class FakeServices extends Dispatcher implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String OLDEST = "23fced0fcc5e0ec260d25f04a8b78b269e5e90f0";
  private static final int USUAL_PAGE_SIZE = 30;
  private static final int LARGEST_PAGE_SIZE = 100;

  private final Path week;
  private final MockWebServer server = new MockWebServer();
  private final List<Question> questions = new CopyOnWriteArrayList<>();
  private final AtomicInteger inFlight = new AtomicInteger();
  private final AtomicInteger mostInFlight = new AtomicInteger();
  private volatile boolean anything;
  private volatile int mostPerPage = LARGEST_PAGE_SIZE;
  private volatile Function<Question, Optional<MockResponse>> fault = question -> Optional.empty();

  /** Serves a store's folder. */
  public FakeServices(Path week) {
    Brotli4jLoader.ensureAvailability();
    this.week = week;
    server.setDispatcher(this);
    try {
      server.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The address of every service. */
  public String url() {
    return server.url("/").toString();
  }

  /** The options that point the program here. */
  public List<String> options() {
    return List.of("--perf-url", url(), "--commits-url", url(), "--github-url", url());
  }

  /** Answers in place of the service, where the function has an answer. */
  public void breakWith(Function<Question, Optional<MockResponse>> newFault) {
    fault = newFault;
  }

  /**
   * Answers about revisions and metrics that the week does not have with its whole range, or the
   * same merge, as if it had them.
   */
  public void answerAnyRevision() {
    anything = true;
  }

  /** Answers searches in pages of at most that many. */
  public void limitPages(int most) {
    mostPerPage = most;
  }

  /** What was asked, in order of arrival. */
  public List<Question> questions() {
    return List.copyOf(questions);
  }

  /** The most requests to the performance site that were ever under way at once. */
  public int mostInFlight() {
    return mostInFlight.get();
  }

  @Override
  public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
    Question question = Question.of(request);
    questions.add(question);
    if (!question.isComparison()) {
      return answer(question);
    }
    mostInFlight.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
    try {
      return answer(question);
    } finally {
      inFlight.decrementAndGet();
    }
  }

  /** The answer of a service in order. */
  public MockResponse soundAnswer(Question question) {
    try {
      String path = question.path();
      if (question.isComparison()) {
        return comparison(question);
      }
      if (path.equals("/bors-commit-list")) {
        return json(Files.readAllBytes(week.resolve("commits.json")));
      }
      if (path.startsWith("/repos/rust-lang/rust/pulls/")) {
        Path pull = week.resolve("pulls/" + path.substring(path.lastIndexOf('/') + 1) + ".json");
        return Files.exists(pull)
            ? json(Files.readAllBytes(pull))
            : text(404, "{\"message\": \"Not Found\"}");
      }
      return path.equals("/search/issues") ? search(question) : text(404, "no such page");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A plain text. */
  public static MockResponse text(int code, String body) {
    return new MockResponse.Builder()
        .code(code)
        .addHeader("content-type", "text/plain; charset=utf-8")
        .body(body)
        .build();
  }

  /** Bytes as the performance site sends them: compressed if the request offers Brotli. */
  public static MockResponse messagePack(Question question, byte[] answer) throws IOException {
    MockResponse.Builder response =
        new MockResponse.Builder()
            .addHeader("content-type", "application/octet-stream")
            .addHeader("cache-control", "no-cache, no-store");
    if (question.acceptsBrotli()) {
      response.addHeader("content-encoding", "br");
    }
    byte[] sent = question.acceptsBrotli() ? Encoder.compress(answer) : answer;
    return response.body(new Buffer().write(sent)).build();
  }

  @Override
  public void close() {
    server.close();
  }

  private MockResponse answer(Question question) {
    return fault.apply(question).orElseGet(() -> soundAnswer(question));
  }

  private MockResponse comparison(Question question) throws IOException {
    String newest = JSON.readTree(week.resolve("commits.json").toFile()).at("/0/sha").asText();
    String start = question.start();
    String end = question.end().isEmpty() ? newest : question.end();
    String metric = question.metric();
    if (anything) {
      start = isSha(start) ? start : OLDEST;
      end = isSha(end) ? end : newest;
      metric = "instructions:u";
    }
    Path file = week.resolve("comparisons/" + start + ".." + end + "." + metric + ".msgpack");
    if (!Files.exists(file)) {
      return text(500, "could not find end commit for bound Commit(\"" + end + "\")");
    }
    return messagePack(question, Files.readAllBytes(file));
  }

  private MockResponse search(Question question) throws IOException {
    int size = Math.min(question.number("per_page", USUAL_PAGE_SIZE), mostPerPage);
    int page = question.number("page", 1);
    ObjectNode whole = (ObjectNode) JSON.readTree(week.resolve("untriaged.json").toFile());
    ArrayNode items = JSON.createArrayNode();
    for (int i = (page - 1) * size; i < Math.min(page * size, whole.get("items").size()); i++) {
      items.add(whole.get("items").get(i));
    }
    whole.set("items", items);
    return json(JSON.writeValueAsBytes(whole));
  }

  private static boolean isSha(String revision) {
    return revision.length() == OLDEST.length();
  }

  private static MockResponse json(byte[] body) {
    return new MockResponse.Builder()
        .addHeader("content-type", "application/json")
        .body(new Buffer().write(body))
        .build();
  }

  /**
   * A request.
   *
   * @param request as it arrived
   * @param body of a comparison's request; empty otherwise
   */
  public record Question(RecordedRequest request, JsonNode body) {

    private static Question of(RecordedRequest request) {
      try {
        byte[] body = request.getBody() == null ? new byte[0] : request.getBody().toByteArray();
        return new Question(
            request, body.length == 0 ? JSON.createObjectNode() : JSON.readTree(body));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** The same request about other revisions. */
    public Question about(String start, String end) {
      return new Question(
          request,
          JSON.createObjectNode().put("start", start).put("end", end).put("stat", metric()));
    }

    /** The path of the URL. */
    public String path() {
      return request.getUrl().encodedPath();
    }

    /** Whether a comparison is asked for. */
    public boolean isComparison() {
      return path().equals("/perf/get");
    }

    /** The start that is asked for. */
    public String start() {
      return body.path("start").asText();
    }

    /** The end that is asked for. */
    public String end() {
      return body.path("end").asText();
    }

    /** The metric that is asked for. */
    public String metric() {
      return body.path("stat").asText();
    }

    private boolean acceptsBrotli() {
      return Objects.requireNonNullElse(request.getHeaders().get("Accept-Encoding"), "")
          .contains("br");
    }

    private int number(String parameter, int otherwise) {
      String value = request.getUrl().queryParameter(parameter);
      return value == null ? otherwise : Integer.parseInt(value);
    }
  }
}
