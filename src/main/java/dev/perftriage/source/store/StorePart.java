package dev.perftriage.source.store;

import dev.perftriage.model.Sha;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** The parts of a store, each with its folder. */
enum StorePart {
  /**
   * The merges, the untriaged pull requests, the releases and the newest builds, in the store's
   * folder itself.
   */
  LISTS("", Pattern.compile("(commits|untriaged|dashboard|status_page)\\.json")),

  COMPARISONS("comparisons", StoreLayout.COMPARISON),

  /** The values of single test cases through ranges of merges. */
  HISTORIES("histories", Pattern.compile(".*\\.\\..*\\.[^.]+\\..+\\.json")),

  PULLS("pulls", Pattern.compile("\\d+\\.json")),

  /** The paths that pull requests change. */
  FILES("files", Pattern.compile("\\d+\\.json")),

  TIMELINES("timelines", Pattern.compile("\\d+\\.json")),

  COMMENTS("comments", Pattern.compile("\\d+\\.json")),

  /** By what to ask whether an answer is still the same. */
  ETAGS("etags", Pattern.compile("(pulls|timelines)-\\d+\\.txt")),

  /** Commits that are not on the list of merges. */
  COMMITS("commits", Pattern.compile(Sha.FULL + "\\.json")),

  /** Self-profiles and sections, and in a recorded week the list of them. */
  SELF_PROFILES("self-profiles", Pattern.compile("requests\\.json|.+\\.(msgpack|sections\\.json)"));

  final String folder;
  private final Pattern names;

  StorePart(String folder, Pattern names) {
    this.folder = folder;
    this.names = names;
  }

  Path in(Path store) {
    return store.resolve(folder);
  }

  /** Whether its oldest files are removed from a store that is too large. */
  boolean isTrimmed() {
    return this == COMPARISONS || this == HISTORIES || this == SELF_PROFILES;
  }

  /** Whether a file of that name is the store's. */
  boolean owns(String name) {
    return names.matcher(name).matches();
  }
}
