package dev.perftriage.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.perftriage.model.PullRequest;
import dev.perftriage.source.Http.Fetched;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
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
    return get(address, "pull request #" + number, PullRequestReader::read);
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
      JsonNode answer = get(address, name, GitHub::searchResult).value();
      JsonNode pageItems = answer.path("items");
      for (JsonNode item : pageItems) {
        // An item that moves between pages while they are read is listed once.
        if (seen.add(item.path("number").asInt())) {
          items.add(item);
        }
      }
      if (pageItems.isEmpty() || seen.size() >= answer.path("total_count").asInt()) {
        whole.put("total_count", seen.size());
        Answer all =
            new Answer(
                whole.toPrettyString().getBytes(StandardCharsets.UTF_8),
                "The untriaged pull requests from " + base);
        return new Fetched<>(all, PullRequestReader.readList(all));
      }
    }
  }

  /** A page of what was searched for, as GitHub sent it. */
  private static JsonNode searchResult(Answer answer) {
    PullRequestReader.readList(answer);
    try {
      return new ObjectMapper().readTree(answer.bytes());
    } catch (IOException e) {
      throw new UncheckedIOException("What could be read cannot be read again", e);
    }
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
}
