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
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.tls.HandshakeCertificates;
import okio.Buffer;

/**
 * All three services on a local port, answering from a recorded week as the real ones would:
 * MessagePack in random order, Brotli where it is offered, search results in pages.
 */
public final class FakeServices extends Dispatcher implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Encoder.Parameters QUICK = new Encoder.Parameters().setQuality(4);
  private static final int SHA_LENGTH = 40;
  private static final int USUAL_PAGE_SIZE = 30;
  private static final int LARGEST_PAGE_SIZE = 100;

  /** How many merges before a comparison the site judges it by. */
  private static final int MERGES_OF_THRESHOLD = 30;

  private static final String USUAL = "instructions:u";

  private static final ThreadLocal<Boolean> IS_OPENED = ThreadLocal.withInitial(() -> false);

  private final RecordedWeek week;
  private final SiteAnswers site = new SiteAnswers();
  private final Timelines timelines;
  private final MockWebServer server = new MockWebServer();
  private final List<Question> questions = new CopyOnWriteArrayList<>();
  private final List<RecordedRequest> tunnels = new CopyOnWriteArrayList<>();
  private final AtomicInteger inFlight = new AtomicInteger();
  private final AtomicInteger mostInFlight = new AtomicInteger();
  private final Set<String> withoutData = new ConcurrentSkipListSet<>();
  private final Map<String, String> parents = new ConcurrentHashMap<>();
  private final CountDownLatch closing = new CountDownLatch(1);
  private volatile boolean isProxy;
  private volatile Duration delay = Duration.ZERO;
  private volatile boolean anything;
  private volatile int mostPerPage = LARGEST_PAGE_SIZE;
  private volatile Function<Question, Optional<MockResponse>> fault = question -> Optional.empty();
  private volatile Function<RecordedRequest, MockResponse> tunnel =
      request -> new MockResponse.Builder().inTunnel().build();

  /** Serves a store's folder. */
  public FakeServices(Path week) {
    this(week, Optional.empty());
  }

  /** Serves a store's folder over encrypted connections. */
  public FakeServices(Path week, HandshakeCertificates certificates) {
    this(week, Optional.of(certificates));
  }

  /** Serves clients in tunnels, as a proxy and the hosts behind it. */
  public void beProxy() {
    isProxy = true;
  }

  private FakeServices(Path week, Optional<HandshakeCertificates> certificates) {
    Brotli4jLoader.ensureAvailability();
    this.week = new RecordedWeek(week);
    this.timelines = new Timelines(week);
    server.setDispatcher(this);
    server.setServerSocketFactory(new PromptSockets());
    certificates.ifPresent(some -> server.useHttps(some.sslSocketFactory()));
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

  /** The port of every service. */
  public int port() {
    return server.getPort();
  }

  /** The options that point the program here. */
  public List<String> options() {
    return List.of("--perf-url", url(), "--commits-url", url(), "--github-url", url());
  }

  /** Answers every question about a timeline as GitHub does when its rate limit is used up. */
  public void exhaustRateLimitOfTimelines() {
    breakWith(
        question ->
            question.path().endsWith("/timeline")
                ? Optional.of(
                    text(403, "limit").newBuilder().addHeader("x-ratelimit-remaining", "0").build())
                : Optional.empty());
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

  /** Has no data for a merge, as if it were not measured. */
  public void forget(String sha) {
    withoutData.add(sha);
  }

  /** Knows a commit that is not on the list of merges, such as a try build, at GitHub. */
  public void knowParent(String commit, String parent) {
    parents.put(commit, parent);
  }

  /** Has no data for a merge, and judges the 30 merges after it by the default threshold. */
  public void forgetWithThresholds(String sha) {
    forget(sha);
    week.from(sha, MERGES_OF_THRESHOLD + 1).forEach(site::judgeByDefaultFrom);
  }

  /** What happened to the pull requests. */
  public Timelines timelines() {
    return timelines;
  }

  /** Answers in another random order. */
  public void shuffle(long seed) {
    site.seed(seed);
  }

  /** Measures on a further target too, so that each answer has each test case on one of them. */
  public void measureAlsoOn(String target) {
    site.measureAlsoOn(target);
  }

  /** Has about half of the benchmarks at a merge, as if a collector's job had failed. */
  public void measureHalfOf(String sha) {
    site.measureHalfOf(sha);
  }

  /** Has something that newly fails at a merge: a benchmark, or another name. */
  public void failAt(String sha, String name, String message) {
    site.failAt(sha, name, message);
  }

  /** Has a release, such as {@code beta-2026-10-15}, with the measurements of a merge. */
  public void release(String tag, String sha) {
    site.release(tag, sha);
  }

  /** Takes that long for every answer, its preparation included. */
  public void delay(Duration newDelay) {
    delay = newDelay;
  }

  /** Answers searches in pages of at most that many. */
  public void limitPages(int most) {
    mostPerPage = most;
  }

  /** What was asked, in order of arrival. */
  public List<Question> questions() {
    return List.copyOf(questions);
  }

  /** The tunnels that were asked for, as from a proxy, in order of arrival. */
  public List<RecordedRequest> tunnels() {
    return List.copyOf(tunnels);
  }

  /** Answers whoever wants a tunnel in place of opening it. */
  public void breakTunnelsWith(Function<RecordedRequest, MockResponse> answer) {
    tunnel = answer;
  }

  /** The comparisons that were asked for, in order of arrival. */
  public List<Question> comparisons() {
    return questions().stream().filter(Question::isComparison).toList();
  }

  /** The comparison that was asked for last. */
  public Question lastComparison() {
    List<Question> all = comparisons();
    return all.get(all.size() - 1);
  }

  /** The most requests to the performance site that were ever under way at once. */
  public int mostInFlight() {
    return mostInFlight.get();
  }

  @Override
  public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
    if (request.getMethod().equals("CONNECT")) {
      tunnels.add(request);
      MockResponse answer = tunnel.apply(request);
      IS_OPENED.set(answer.getInTunnel());
      return answer;
    }
    Question question = Question.of(request);
    questions.add(question);
    if (!question.isComparison() && !question.isProfile()) {
      return answer(question);
    }
    mostInFlight.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
    try {
      return answer(question);
    } finally {
      inFlight.decrementAndGet();
    }
  }

  /**
   * Whether a connection begins with a tunnel: the server asks before each request until it is told
   * that one is open, always in the connection's thread.
   */
  @Override
  public MockResponse peek() {
    boolean isExpected = isProxy && !IS_OPENED.get();
    IS_OPENED.set(false);
    return isExpected ? new MockResponse.Builder().inTunnel().build() : super.peek();
  }

  /** The answer of a service in order. */
  public MockResponse soundAnswer(Question question) {
    try {
      String path = question.path();
      if (question.isComparison()) {
        return comparison(question);
      }
      if (path.equals("/bors-commit-list")) {
        return json(Files.readAllBytes(week.folder().resolve("commits.json")));
      }
      if (path.startsWith("/repos/rust-lang/rust/pulls/")) {
        String number = path.split("/", -1)[5];
        String part = path.endsWith("/files") ? "files/" : "pulls/";
        Path pull = week.folder().resolve(part + number + ".json");
        return Files.exists(pull)
            ? json(Files.readAllBytes(pull))
            : text(404, "{\"message\": \"Not Found\"}");
      }
      if (path.startsWith("/repos/rust-lang/rust/issues/")) {
        return issue(question, path.split("/", -1));
      }
      if (path.startsWith("/repos/rust-lang/rust/commits/")) {
        return commit(path.substring(path.lastIndexOf('/') + 1));
      }
      if (question.isProfile()) {
        return profile(question);
      }
      if (path.startsWith("/perf/")) {
        return site.page(path.substring("/perf/".length()))
            .map(FakeServices::json)
            .orElseGet(() -> text(404, "no such page"));
      }
      return path.equals("/search/issues") ? search(question) : text(404, "no such page");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The answer of a service in order to a client that may know it already. */
  public MockResponse unlessKnown(Question question) {
    return unlessKnown(question, soundAnswer(question));
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
    byte[] sent = question.acceptsBrotli() ? Encoder.compress(answer, QUICK) : answer;
    return response.body(new Buffer().write(sent)).build();
  }

  @Override
  public void close() {
    closing.countDown();
    server.close();
  }

  private MockResponse answer(Question question) throws InterruptedException {
    long due = System.nanoTime() + delay.toNanos();
    MockResponse answer = fault.apply(question).orElseGet(() -> unlessKnown(question));
    closing.await(due - System.nanoTime(), TimeUnit.NANOSECONDS);
    return answer;
  }

  /** GitHub's answer: one that the client knows already is not sent again. */
  private static MockResponse unlessKnown(Question question, MockResponse answer) {
    if (!question.path().startsWith("/repos/") || answer.getCode() != 200) {
      return answer;
    }
    Buffer body = new Buffer();
    try {
      Objects.requireNonNull(answer.getBody()).writeTo(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String etag = "W/\"" + body.sha256().hex() + "\"";
    if (etag.equals(question.request().getHeaders().get("If-None-Match"))) {
      return new MockResponse.Builder().code(304).addHeader("etag", etag).build();
    }
    return answer.newBuilder().addHeader("etag", etag).body(body).build();
  }

  private MockResponse comparison(Question question) throws IOException {
    String start = week.start(question.start(), withoutData);
    String end = week.end(question.end(), withoutData);
    String metric = question.metric();
    if (anything) {
      start = anything(start, week.oldest());
      end = anything(end, week.newest());
      metric = USUAL;
    }
    if (withoutData.contains(start)) {
      return text(500, "error comparing commits: could not find start commit for bound " + start);
    }
    if (withoutData.contains(end)) {
      return text(500, "could not find end commit for bound Commit(\"" + end + "\")");
    }
    if (!site.knows(metric)) {
      return text(400, SiteAnswers.text("unknown-metric.400.txt").replace("no:such", metric));
    }
    Optional<byte[]> answer =
        week.answer(site.measured(start), site.measured(end), week.isBy(metric) ? metric : USUAL);
    if (answer.isEmpty() && !week.has(start)) {
      return text(500, "error comparing commits: could not find start commit for bound " + start);
    }
    return answer.isPresent()
        ? messagePack(question, site.answer(answer.get(), start, end, metric, week.isBy(metric)))
        : text(500, "could not find end commit for bound Commit(\"" + end + "\")");
  }

  /** A revision that the week does not have: a tag is one of a release from now on. */
  private String anything(String revision, String measurements) {
    if (isSha(revision) || revision.isEmpty()) {
      return revision.isEmpty() ? measurements : revision;
    }
    site.release(revision, measurements);
    return revision;
  }

  private MockResponse profile(Question question) throws IOException {
    Optional<byte[]> answer = week.profile(question.body());
    return answer.isPresent()
        ? messagePack(question, answer.get())
        : text(500, SiteAnswers.text("self-profile.none.500.txt"));
  }

  private MockResponse issue(Question question, String[] path) throws IOException {
    int pull = Integer.parseInt(path[5]);
    int size = Math.min(question.number("per_page", USUAL_PAGE_SIZE), mostPerPage);
    int page = question.number("page", 1);
    return json(
        path[6].equals("timeline")
            ? timelines.timeline(pull, size, page)
            : timelines.comments(pull, size, page));
  }

  private MockResponse commit(String sha) throws IOException {
    String parent = parents.get(sha);
    if (parent == null) {
      return text(404, "{\"message\": \"Not Found\"}");
    }
    ObjectNode commit = JSON.createObjectNode().put("sha", sha);
    commit.putArray("parents").addObject().put("sha", parent);
    return json(JSON.writeValueAsBytes(commit));
  }

  private MockResponse search(Question question) throws IOException {
    int size = Math.min(question.number("per_page", USUAL_PAGE_SIZE), mostPerPage);
    int page = question.number("page", 1);
    ObjectNode whole = (ObjectNode) JSON.readTree(week.folder().resolve("untriaged.json").toFile());
    ArrayNode items = JSON.createArrayNode();
    for (int i = (page - 1) * size; i < Math.min(page * size, whole.get("items").size()); i++) {
      items.add(whole.get("items").get(i));
    }
    whole.set("items", items);
    return json(JSON.writeValueAsBytes(whole));
  }

  private static boolean isSha(String revision) {
    return revision.length() == SHA_LENGTH;
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
   * @param acceptsBrotli whether the client offers to decompress
   */
  public record Question(RecordedRequest request, JsonNode body, boolean acceptsBrotli) {

    private static Question of(RecordedRequest request) {
      try {
        byte[] body = request.getBody() == null ? new byte[0] : request.getBody().toByteArray();
        String accepted =
            Objects.requireNonNullElse(request.getHeaders().get("Accept-Encoding"), "");
        return new Question(
            request,
            body.length == 0 ? JSON.createObjectNode() : JSON.readTree(body),
            accepted.contains("br"));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** The same request about other revisions. */
    public Question about(String start, String end) {
      return new Question(
          request,
          JSON.createObjectNode().put("start", start).put("end", end).put("stat", metric()),
          acceptsBrotli);
    }

    /** The same request from a client that cannot decompress. */
    public Question withoutBrotli() {
      return new Question(request, body, false);
    }

    /** The method, such as {@code GET}. */
    public String method() {
      return request.getMethod();
    }

    /** The path of the URL. */
    public String path() {
      return request.getUrl().encodedPath();
    }

    /** Whether a comparison is asked for. */
    public boolean isComparison() {
      return path().equals("/perf/get");
    }

    /** Whether self-profiles are asked for. */
    public boolean isProfile() {
      return path().equals("/perf/self-profile");
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

    /** The two revisions and the metric, as one word. */
    public String comparison() {
      return start() + ".." + end() + " " + metric();
    }

    /** A parameter of the address; {@code otherwise} if it is missing. */
    public int number(String parameter, int otherwise) {
      String value = request.getUrl().queryParameter(parameter);
      return value == null ? otherwise : Integer.parseInt(value);
    }
  }
}
