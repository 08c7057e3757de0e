package dev.perftriage.source.wire;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Checks that what GitHub answers belongs to rust-lang/rust, where it names its repository. Numbers
 * of another repository would be mistaken for those of this one.
 */
final class Repository {

  private static final String NAME = "rust-lang/rust";

  private final WireInput in;

  Repository(WireInput in) {
    this.in = in;
  }

  /** Whether a full name, such as {@code rust-lang/rust}, is another repository's. */
  static boolean isOther(@Nullable String fullName) {
    return fullName != null && !fullName.equalsIgnoreCase(NAME);
  }

  /** Checks the base of a pull request: the branch that it is merged into. */
  void requireInBase() throws IOException {
    if (!in.beginObject()) {
      return;
    }
    for (String field = in.nextField(); field != null; field = in.nextField()) {
      if (field.equals("repo")) {
        requireRepository();
      } else {
        in.skip();
      }
    }
  }

  private void requireRepository() throws IOException {
    if (!in.beginObject()) {
      return;
    }
    for (String field = in.nextField(); field != null; field = in.nextField()) {
      if (field.equals("full_name")) {
        String name = in.text();
        if (name != null && isOther(name)) {
          throw in.path.answersOther(name, NAME);
        }
      } else {
        in.skip();
      }
    }
  }

  /** Checks the API's address of a repository, such as {@code https://…/repos/rust-lang/rust}. */
  void requireUrl() throws IOException {
    requireEnd("/repos/" + NAME);
  }

  /** Checks the API's address of the issue or pull request that a comment is on. */
  void requireIssueUrl(int number) throws IOException {
    requireEnd("/repos/" + NAME + "/issues/" + number);
  }

  /** Checks the API's address of a file's contents, of any path and revision. */
  void requireContentsUrl() throws IOException {
    String url = in.text();
    if (url != null && !url.contains("/repos/" + NAME + "/contents/")) {
      throw in.path.answersOther(url, NAME);
    }
  }

  private void requireEnd(String end) throws IOException {
    String url = in.text();
    if (url != null
        && !url.regionMatches(true, url.length() - end.length(), end, 0, end.length())) {
      throw in.path.answersOther(url, end.substring("/repos/".length()));
    }
  }
}
