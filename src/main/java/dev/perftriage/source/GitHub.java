package dev.perftriage.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.perftriage.model.PullRequest;
import dev.perftriage.source.Http.Fetched;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/** GitHub's API, as far as triage needs it. */
public final class GitHub {

  private static final String ACCEPT = "application/vnd.github+json";
  private static final String UNTRIAGED =
      "repo:rust-lang/rust label:perf-regression -label:perf-regression-triaged is:merged";
  private static final String PAGE_SIZE = "100";

  private final Http http;
  private final HttpUrl base;
  private volatile @Nullable RateLimitException limited;

  GitHub(Http http, HttpUrl base) {
    this.http = http;
    this.base = base;
  }

  /**
   * Asks for a pull request of rust-lang/rust.
   *
   * @throws DataException where there is no answer
   */
  Fetched<PullRequest> pull(int number) {
    HttpUrl address =
        base.newBuilder().addPathSegments("repos/rust-lang/rust/pulls/" + number).build();
    return get(address, "pull request #" + number, GitHub::readPull);
  }

  /**
   * Asks for all merged regressions that nobody has triaged, page by page.
   *
   * @return the answers as one, in the form of a single page
   * @throws DataException where a page is missing
   */
  Fetched<List<PullRequest>> untriaged() {
    ObjectNode whole = new ObjectMapper().createObjectNode();
    ArrayNode items = whole.putArray("items");
    Set<Integer> seen = new HashSet<>();
    for (int page = 1; ; page++) {
      HttpUrl address =
          base.newBuilder()
              .addPathSegments("search/issues")
              .addQueryParameter("q", UNTRIAGED)
              .addQueryParameter("per_page", PAGE_SIZE)
              .addQueryParameter("page", Integer.toString(page))
              .build();
      String name = "page " + page + " of the untriaged pull requests";
      WireSearch answer =
          get(address, name, it -> WireReader.read(it, WireSearch.class, "a search result"))
              .value();
      List<JsonNode> pageItems = Objects.requireNonNullElse(answer.items(), List.of());
      for (JsonNode item : pageItems) {
        // An item that moves between pages while they are read is listed once.
        if (seen.add(item.path("number").asInt())) {
          items.add(item);
        }
      }
      if (pageItems.isEmpty()
          || seen.size() >= Objects.requireNonNullElse(answer.totalCount(), 0)) {
        whole.put("total_count", seen.size());
        Answer all =
            new Answer(
                whole.toPrettyString().getBytes(StandardCharsets.UTF_8),
                "The untriaged pull requests from " + base);
        return new Fetched<>(all, readUntriaged(all));
      }
    }
  }

  /** Reads a pull request; see {@link #pull}. */
  static PullRequest readPull(Answer answer) {
    return pullRequest(
        WireReader.read(answer, WirePull.class, "a pull request"), answer.origin(), "");
  }

  /** Reads a list of pull requests; see {@link #untriaged}. */
  static List<PullRequest> readUntriaged(Answer answer) {
    String origin = answer.origin();
    WirePulls wire = WireReader.read(answer, WirePulls.class, "a list of pull requests");
    if (wire.items() == null) {
      throw new DataException(origin + ": not a list of pull requests, field items is missing");
    }
    List<PullRequest> pulls = new ArrayList<>();
    for (int i = 0; i < wire.items().size(); i++) {
      pulls.add(pullRequest(wire.items().get(i), origin, "items[" + i + "]."));
    }
    return pulls;
  }

  private static PullRequest pullRequest(@Nullable WirePull wire, String origin, String path) {
    if (wire == null || wire.number() == null || wire.title() == null) {
      throw new DataException(
          origin + ": not a pull request, field " + path + "number or title is missing");
    }
    List<WireLabel> labels = Objects.requireNonNullElse(wire.labels(), List.of());
    return new PullRequest(
        wire.number(),
        wire.title(),
        Objects.requireNonNullElse(wire.body(), ""),
        labels.stream().map(WireLabel::name).filter(Objects::nonNull).toList(),
        Boolean.FALSE.equals(wire.merged()) ? null : wire.mergeCommitSha());
  }

  private <T> Fetched<T> get(HttpUrl address, String name, Function<Answer, T> reader) {
    Request request = new Request.Builder().url(address).header("Accept", ACCEPT).build();
    RateLimitException known = limited;
    if (known != null) {
      throw known;
    }
    try {
      return http.fetch(request, name + " from " + base, reader);
    } catch (RateLimitException e) {
      limited = e;
      throw e;
    }
  }

  private record WirePull(
      @Nullable Integer number,
      @Nullable String title,
      @Nullable String body,
      @Nullable List<WireLabel> labels,
      @Nullable Boolean merged,
      @Nullable String mergeCommitSha) {}

  private record WireLabel(@Nullable String name) {}

  private record WirePulls(@Nullable List<@Nullable WirePull> items) {}

  private record WireSearch(@Nullable Integer totalCount, @Nullable List<JsonNode> items) {}
}
