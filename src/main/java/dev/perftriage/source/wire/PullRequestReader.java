package dev.perftriage.source.wire;

import dev.perftriage.model.PullRequest;
import dev.perftriage.model.Sha;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Reads responses of GitHub's API as pull requests. Its methods throw a {@code DataException} for
 * any other payload.
 */
public final class PullRequestReader {

  private final WireInput in;
  private final Repository repository;

  private PullRequestReader(WireInput in) {
    this.in = in;
    this.repository = new Repository(in);
  }

  /**
   * Reads one pull request of rust-lang/rust.
   *
   * @throws WrongAnswerException if it has another number or belongs to another repository
   */
  public static PullRequest read(Payload answer, int number) {
    return WireInput.read(
        answer,
        "a pull request",
        new NameInterner(),
        in -> {
          PullRequest pull = new PullRequestReader(in).pull();
          if (pull.number() != number) {
            throw WrongAnswerException.of(answer.origin(), "number", pull.number(), number);
          }
          return pull;
        });
  }

  /** Reads one page of search results. */
  public static SearchPage readPage(Payload answer) {
    return WireInput.read(
        answer,
        "a list of pull requests",
        new NameInterner(),
        in -> new PullRequestReader(in).searchResult());
  }

  private SearchPage searchResult() throws IOException {
    List<PullRequest> items = null;
    Integer total = null;
    in.beginRequiredObject();
    for (String field = in.nextField(); field != null; field = in.nextField()) {
      switch (field) {
        case "items" -> items = in.requiredList(each -> pull());
        case "total_count" -> total = in.wholeInt();
        default -> in.skip();
      }
    }
    return new SearchPage(in.required(items, "items"), Objects.requireNonNullElse(total, 0));
  }

  private PullRequest pull() throws IOException {
    Integer number = null;
    String title = null;
    String body = null;
    List<String> labels = List.of();
    Boolean merged = null;
    Sha mergeCommit = null;
    in.beginRequiredObject();
    for (String field = in.nextField(); field != null; field = in.nextField()) {
      switch (field) {
        case "number" -> number = in.wholeInt();
        case "title" -> title = in.text();
        case "body" -> body = in.text();
        case "labels" ->
            labels = in.list(each -> label()).stream().flatMap(Optional::stream).toList();
        case "merged" -> merged = in.flag();
        case "merge_commit_sha" -> mergeCommit = in.fullSha();
        case "base" -> repository.requireInBase();
        case "repository_url" -> repository.requireUrl();
        default -> in.skip();
      }
    }
    return new PullRequest(
        in.required(number, "number"),
        in.required(title, "title"),
        Objects.requireNonNullElse(body, ""),
        labels,
        // For an unmerged pull request, GitHub names a trial merge.
        Boolean.FALSE.equals(merged) ? null : mergeCommit);
  }

  private Optional<String> label() throws IOException {
    String name = null;
    in.beginRequiredObject();
    for (String field = in.nextField(); field != null; field = in.nextField()) {
      if (field.equals("name")) {
        name = in.name();
      } else {
        in.skip();
      }
    }
    return Optional.ofNullable(name);
  }

  /**
   * A page of search results.
   *
   * @param total how many items all pages have together; 0 if the response does not say
   */
  public record SearchPage(List<PullRequest> pulls, int total) {}
}
