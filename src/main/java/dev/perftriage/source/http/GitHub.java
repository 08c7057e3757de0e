package dev.perftriage.source.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.perftriage.model.DataException;
import dev.perftriage.model.PullRequest;
import dev.perftriage.model.PullTimeline;
import dev.perftriage.model.Sha;
import dev.perftriage.source.wire.CommitReader;
import dev.perftriage.source.wire.Payload;
import dev.perftriage.source.wire.PullRequestReader;
import dev.perftriage.source.wire.PullRequestReader.SearchPage;
import dev.perftriage.source.wire.TimelineReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * The part of GitHub's API that triage needs. Its methods throw a {@link DataException} if a
 * request fails.
 */
public final class GitHub {

  private static final String ACCEPT = "application/vnd.github+json";
  private static final String UNTRIAGED =
      "repo:rust-lang/rust label:perf-regression -label:perf-regression-triaged is:merged";
  private static final String PAGE_SIZE = "100";

  /** GitHub answers with the first 1,000 results of a search, and no more. */
  private static final int MOST_PAGES_OF_SEARCH = 10;

  /** No pull request has had as many comments. */
  private static final int MOST_PAGES_OF_LIST = 100;

  private final Http anonymous;
  private final HttpUrl base;
  private final Consumer<String> notes;
  private final AtomicBoolean isRefused = new AtomicBoolean();
  private volatile Http http;
  private volatile @Nullable RateLimitException limited;

  /**
   * Uses a service.
   *
   * @param http sends the token, if there is one
   * @param anonymous sends none
   * @param notes receives a sentence if the token is refused
   */
  GitHub(Http http, Http anonymous, HttpUrl base, Consumer<String> notes) {
    this.http = http;
    this.anonymous = anonymous;
    this.base = base;
    this.notes = notes;
  }

  /** Fetches a pull request of rust-lang/rust. */
  public Fetched<PullRequest> pull(int number) {
    HttpUrl address =
        base.newBuilder().addPathSegments("repos/rust-lang/rust/pulls/" + number).build();
    return get(
        address, "pull request #" + number, answer -> PullRequestReader.read(answer, number));
  }

  /** Fetches the first parent of a commit, which may be a try build. */
  public Fetched<Sha> parent(Sha commit) {
    HttpUrl address =
        base.newBuilder()
            .addPathSegments("repos/rust-lang/rust/commits")
            .addPathSegment(commit.text())
            .build();
    return get(address, "commit " + commit, answer -> CommitReader.parent(answer, commit));
  }

  /**
   * Fetches all merged pull requests with untriaged regressions, or the first 1,000, joined into a
   * single page.
   */
  public Fetched<List<PullRequest>> untriaged() {
    List<Payload> pages = new ArrayList<>();
    // An item that moves between pages while they are read is listed once.
    Map<Integer, PullRequest> pulls = new LinkedHashMap<>();
    while (true) {
      Fetched<SearchPage> page = untriaged(pages.size() + 1);
      pages.add(page.payload());
      int known = pulls.size();
      page.value().pulls().forEach(pull -> pulls.putIfAbsent(pull.number(), pull));
      if (pulls.size() == known
          || pulls.size() >= page.value().total()
          || pages.size() == MOST_PAGES_OF_SEARCH) {
        Payload answer = pages.size() == 1 ? page.payload() : joined(pages);
        return new Fetched<>(answer, List.copyOf(pulls.values()));
      }
    }
  }

  /** Fetches what happened to a pull request of rust-lang/rust, joined into a single page. */
  public Fetched<PullTimeline> timeline(int number) {
    return all(number, "timeline");
  }

  /** Fetches the comments on a pull request of rust-lang/rust, joined into a single page. */
  public Fetched<PullTimeline> comments(int number) {
    return all(number, "comments");
  }

  private Fetched<PullTimeline> all(int number, String list) {
    ArrayNode items = JsonNodeFactory.instance.arrayNode();
    String name = "of the %s of #%s".formatted(list, number);
    for (int page = 1; page <= MOST_PAGES_OF_LIST; page++) {
      HttpUrl address =
          base.newBuilder()
              .addPathSegments("repos/rust-lang/rust/issues/%s/%s".formatted(number, list))
              .addQueryParameter("per_page", PAGE_SIZE)
              .addQueryParameter("page", Integer.toString(page))
              .build();
      Fetched<PullTimeline> fetched =
          get(address, "page " + page + " " + name, answer -> TimelineReader.read(answer, number));
      JsonNode found = tree(fetched.payload());
      found.forEach(items::add);
      if (found.size() < Integer.parseInt(PAGE_SIZE)) {
        Payload whole =
            new Payload(
                items.toPrettyString().getBytes(StandardCharsets.UTF_8),
                "The " + list + " of #" + number + " from " + base);
        return new Fetched<>(whole, TimelineReader.read(whole, number));
      }
    }
    throw new DataException(
        "Fetching the %s of #%s from %s failed: they have more than %s pages"
            .formatted(list, number, base, MOST_PAGES_OF_LIST));
  }

  private Fetched<SearchPage> untriaged(int page) {
    HttpUrl address =
        base.newBuilder()
            .addPathSegments("search/issues")
            .addQueryParameter("q", UNTRIAGED)
            .addQueryParameter("per_page", PAGE_SIZE)
            .addQueryParameter("page", Integer.toString(page))
            .build();
    return get(
        address, "page " + page + " of the untriaged pull requests", PullRequestReader::readPage);
  }

  private Payload joined(List<Payload> pages) {
    Map<Integer, JsonNode> items = new LinkedHashMap<>();
    for (Payload page : pages) {
      for (JsonNode item : tree(page).path("items")) {
        items.putIfAbsent(item.path("number").asInt(), item);
      }
    }
    ObjectNode whole = JsonNodeFactory.instance.objectNode();
    whole.putArray("items").addAll(items.values());
    whole.put("total_count", items.size());
    return new Payload(
        whole.toPrettyString().getBytes(StandardCharsets.UTF_8),
        "The untriaged pull requests from " + base);
  }

  private static JsonNode tree(Payload page) {
    try {
      return new ObjectMapper().readTree(page.bytes());
    } catch (IOException e) {
      throw new UncheckedIOException("What could be read cannot be read again", e);
    }
  }

  private <T> Fetched<T> get(HttpUrl address, String name, Function<Payload, T> reader) {
    Request request = new Request.Builder().url(address).header("Accept", ACCEPT).build();
    RateLimitException known = limited;
    if (known != null) {
      throw known;
    }
    Http asked = http;
    try {
      return asked.fetch(request, name + " from " + base, reader);
    } catch (RefusedTokenException e) {
      if (asked == anonymous) {
        throw e;
      }
      http = anonymous;
      if (isRefused.compareAndSet(false, true)) {
        notes.accept(
            "GitHub refuses the token in GITHUB_TOKEN (%s); asking without it, with a lower limit"
                .formatted(e.reason()));
      }
      return get(address, name, reader);
    } catch (RateLimitException e) {
      limited = e;
      throw e;
    }
  }
}
