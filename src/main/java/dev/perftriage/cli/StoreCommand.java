package dev.perftriage.cli;

import dev.perftriage.report.Numbers;
import dev.perftriage.source.Store;
import dev.perftriage.source.Store.Contents;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** Looks after a store. */
@Command(
    name = "store",
    header = StoreCommand.HEADER,
    description =
        "%nThe store in your cache folder is kept below 1 GiB by itself: the comparisons that were"
            + " kept longest go first.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "(info | clean)",
    footerHeading = "%nExamples:%n",
    footer = {
      "  perf-triage store info",
      "      where the cache is and what it holds",
      "  perf-triage store clean --max-size 100",
      "      drop the oldest comparisons until 100 MiB are left"
    },
    exitCodeListHeading = ExitCodesHelp.HEADING,
    exitCodeList = {ExitCodesHelp.DONE, ExitCodesHelp.USAGE, ExitCodesHelp.DATA, ExitCodesHelp.BUG})
final class StoreCommand implements Runnable {

  /** What it does, in a line. */
  static final String HEADER = "Show or clean the kept answers.";

  private static final long MEBIBYTE = 1L << 20;

  private final Surroundings surroundings;

  @Spec private CommandSpec spec;

  @Option(
      names = "--store",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      description = "The store's folder. Default: perf-triage in your cache folder.")
  private @Nullable Path folder;

  StoreCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say info or clean.");
  }

  @Command(
      name = "info",
      description = "Print where the store is and what it holds.",
      mixinStandardHelpOptions = true)
  int info() {
    Store store = store();
    Contents contents = store.contents();
    surroundings
        .out()
        .print(
            store.folder()
                + "\n"
                + Numbers.counted(contents.comparisons(), "comparison")
                + ", "
                + Numbers.counted(contents.pulls(), "pull request")
                + ", "
                + Numbers.size(contents.bytes())
                + "\n"
                + (contents.metrics().isEmpty()
                    ? ""
                    : "metrics: " + String.join(", ", contents.metrics()) + "\n"));
    return ExitCodes.DONE;
  }

  @Command(
      name = "clean",
      description = "Drop comparisons from the store, those kept longest first.",
      mixinStandardHelpOptions = true)
  int clean(
      @Option(
              names = "--max-size",
              paramLabel = "MIB",
              defaultValue = "0",
              description =
                  "Stop when so much is left. Default: ${DEFAULT-VALUE}, everything goes.")
          int maxSize) {
    SourceOptions.atLeast(spec.commandLine(), "--max-size", 0, maxSize);
    Store store = store();
    long freed = maxSize == 0 ? store.clear() : store.trim(maxSize * MEBIBYTE);
    surroundings.out().print(Numbers.size(freed) + " freed in " + store.folder() + "\n");
    return ExitCodes.DONE;
  }

  private Store store() {
    Path path =
        folder != null
            ? surroundings.directory().resolve(folder)
            : CacheFolder.in(surroundings.environment())
                .orElseThrow(
                    () ->
                        new ParameterException(
                            spec.commandLine(),
                            "There is no cache folder without HOME; give --store DIR."));
    return new Store(path);
  }
}
