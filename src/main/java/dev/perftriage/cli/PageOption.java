package dev.perftriage.cli;

import dev.perftriage.app.UsageException;
import java.nio.file.Path;
import java.util.Optional;

/** The page that a command writes besides its output: {@code --html} or {@code --html=FILE}. */
final class PageOption {

  private final Option<String> page;
  private final String output;

  /**
   * An option of a command.
   *
   * @param output what the command writes otherwise, for messages
   */
  PageOption(String output, String description) {
    this.output = output;
    page = Options.withOptionalValue("--html").paramLabel("FILE").description(description).build();
  }

  Option<String> option() {
    return page;
  }

  /** Whether there is to be a page. Settings may say so by true or false, too. */
  boolean isWanted() {
    String value = page.valueOrNull();
    return value != null && !value.equals("false");
  }

  /** The file that the option names; empty for the command's default. */
  Optional<String> file() {
    return Optional.ofNullable(page.valueOrNull())
        .filter(name -> isWanted() && !name.equals(AttachedOnly.NO_VALUE) && !name.equals("true"));
  }

  /** Refuses a name that is no file's. */
  void check(Path directory) {
    Optional<ReportTarget> named = file().map(name -> ReportTarget.pageFile(name, directory));
    if (named.isPresent() && named.get().isStandardOutput()) {
      throw new UsageException(
          "--html writes a file beside the " + output + "; --format html prints the page.");
    }
    named.ifPresent(ReportTarget::requireFile);
  }
}
