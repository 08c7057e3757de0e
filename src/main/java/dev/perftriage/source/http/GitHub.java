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
import dev.perftriage.source.wire.ChangedFilesReader;
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
import java.util.Optional;
import java.util.function.Function;
import okhttp3.HttpUrl;

/**
 * The part of GitHub's API that triage needs. Its methods throw a {@link DataException} if a
 * request fails.
 */
public final class GitHub {

  private static final String UNTRIAGED =
      "repo:rust-lang/rust label:perf-regression -label:perf-regression-triaged is:merged";
  private static final int PAGE_SIZE = 100;

  /** GitHub answers with the first 1,000 results of a search, and no more. */
  private static final int MOST_PAGES_OF_SEARCH = 10;

  /** No pull request has had as many comments. */
  private static final int MOST_PAGES_OF_LIST = 100;

  private final GitHubRequests requests;
  private final HttpUrl base;

  GitHub(GitHubRequests requests) {
    this.requests = requests;
    this.base = requests.base();
  }

  /** Fetches a pull request of rust-lang/rust. */
  public Fetched<PullRequest> pull(int number) {
    return requests.get(
        pullAddress(number),
        "pull request #" + number,
        answer -> PullRequestReader.read(answer, number));
  }

  /**
   * Fetches a pull request of rust-lang/rust again, which costs nothing if it has not changed.
   *
   * @param known an earlier answer
   */
  public Fetched<PullRequest> pull(int number, Fetched<PullRequest> known) {
    return requests.again(
        pullAddress(number),
        "pull request #" + number,
        answer -> PullRequestReader.read(answer, number),
        known);
  }

  /** Fetches the paths of the first 100 files that a pull request of rust-lang/rust changes. */
  public Fetched<List<String>> files(int number) {
    HttpUrl address =
        pullAddress(number)
            .newBuilder()
            .addPathSegment("files")
            .addQueryParameter("per_page", Integer.toString(PAGE_SIZE))
            .build();
    return requests.get(address, "the files of pull request #" + number, ChangedFilesReader::read);
  }

  private HttpUrl pullAddress(int number) {
    return base.newBuilder().addPathSegments("repos/rust-lang/rust/pulls/" + number).build();
  }

  /** Fetches the first parent of a commit, which may be a try build. */
  public Fetched<Sha> parent(Sha commit) {
    HttpUrl address =
        base.newBuilder()
            .addPathSegments("repos/rust-lang/rust/commits")
            .addPathSegment(commit.text())
            .build();
    return requests.get(address, "commit " + commit, answer -> CommitReader.parent(answer, commit));
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
        if (pulls.size() < page.value().total()) {
          requests.note(
              "GitHub lists only %s of %s untriaged pull requests; the rest are left out"
                  .formatted(pulls.size(), page.value().total()));
        }
        Payload answer = pages.size() == 1 ? page.payload() : joined(pages);
        return new Fetched<>(answer, List.copyOf(pulls.values()));
      }
    }
  }

  /** Fetches what happened to a pull request of rust-lang/rust, joined into a single page. */
  public Fetched<PullTimeline> timeline(int number) {
    return all(number, "timeline", Optional.empty());
  }

  /**
   * Fetches what happened to a pull request again; pages that have not changed cost nothing.
   *
   * @param known an earlier answer
   */
  public Fetched<PullTimeline> timeline(int number, Fetched<PullTimeline> known) {
    return all(number, "timeline", Optional.of(known));
  }

  /** Fetches the comments on a pull request of rust-lang/rust, joined into a single page. */
  public Fetched<PullTimeline> comments(int number) {
    return all(number, "comments", Optional.empty());
  }

  private Fetched<PullTimeline> all(
      int number, String list, Optional<Fetched<PullTimeline>> known) {
    ArrayNode items = JsonNodeFactory.instance.arrayNode();
    List<String> etags = new ArrayList<>();
    String name = "of the %s of #%s".formatted(list, number);
    Function<Payload, PullTimeline> reader = answer -> TimelineReader.read(answer, number);
    for (int page = 1; page <= MOST_PAGES_OF_LIST; page++) {
      HttpUrl address =
          base.newBuilder()
              .addPathSegments("repos/rust-lang/rust/issues/%s/%s".formatted(number, list))
              .addQueryParameter("per_page", Integer.toString(PAGE_SIZE))
              .addQueryParameter("page", Integer.toString(page))
              .build();
      String title = "page " + page + " " + name;
      Fetched<PullTimeline> fetched =
          known.isPresent()
              ? requests.again(address, title, reader, page(known.get(), page))
              : requests.get(address, title, reader);
      etags.add(fetched.etag(1));
      JsonNode found = tree(fetched.payload());
      found.forEach(items::add);
      if (found.size() < PAGE_SIZE) {
        Payload whole =
            new Payload(
                items.toPrettyString().getBytes(StandardCharsets.UTF_8),
                "The " + list + " of #" + number + " from " + base);
        return new Fetched<>(whole, reader.apply(whole), etags);
      }
    }
    throw new DataException(
        "Fetching the %s of #%s from %s failed: they have more than %s pages"
            .formatted(list, number, base, MOST_PAGES_OF_LIST));
  }

  /** A page of a joined answer. */
  private static Fetched<PullTimeline> page(Fetched<PullTimeline> joined, int page) {
    JsonNode all = tree(joined.payload());
    ArrayNode items = JsonNodeFactory.instance.arrayNode();
    for (int at = (page - 1) * PAGE_SIZE; at < Math.min(page * PAGE_SIZE, all.size()); at++) {
      items.add(all.get(at));
    }
    Payload payload =
        new Payload(items.toString().getBytes(StandardCharsets.UTF_8), joined.payload().origin());
    return new Fetched<>(payload, joined.value(), List.of(joined.etag(page)));
  }

  private Fetched<SearchPage> untriaged(int page) {
    HttpUrl address =
        base.newBuilder()
            .addPathSegments("search/issues")
            .addQueryParameter("q", UNTRIAGED)
            .addQueryParameter("per_page", Integer.toString(PAGE_SIZE))
            .addQueryParameter("page", Integer.toString(page))
            .build();
    return requests.get(
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
}
