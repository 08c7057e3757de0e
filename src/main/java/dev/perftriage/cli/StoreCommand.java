package dev.perftriage.cli;

import dev.perftriage.app.StoreUpkeep;
import dev.perftriage.app.UsageException;
import dev.perftriage.report.Numbers;
import dev.perftriage.source.store.Store.Contents;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;

/** Shows or cleans a store. */
final class StoreCommand extends Command {

  static final String HEADER = "Show or clean the stored responses.";

  private static final long MEBIBYTE = 1L << 20;

  private final Option<Path> folder =
      Option.of(Path.class, "DIR", "--store")
          .inherited()
          .describe("Folder of the store. Default: perf-triage in your cache folder.");

  private final Option<Integer> maxSize =
      Option.number("MIB", "--max-size")
          .defaultValue("0")
          .describe("Remaining size in MiB. Default: ${DEFAULT-VALUE}, which removes everything.");

  StoreCommand(CommandContext context) {
    super(context);
    Option.add(spec, folder);
    spec.addSubcommand(
            "clean",
            Option.add(
                part(this::clean, "Remove comparisons from the store, oldest first."), maxSize))
        .addSubcommand("info", part(this::info, "Print the location and contents of the store."));
    describe(
        HEADER,
        "%nreport and fetch keep the store in your cache folder below 1 GiB: they remove the"
            + " oldest comparisons when done.");
    spec.usageMessage().sortOptions(true).synopsisSubcommandLabel("(info | clean)");
    footer(
        "Examples",
        "  perf-triage store info",
        "      print the location and contents of the cache",
        "  perf-triage store clean --max-size 100",
        "      remove the oldest comparisons until 100 MiB are left");
  }

  private static CommandSpec part(Callable<Integer> command, String description) {
    CommandSpec part = CommandSpec.wrapWithoutInspection(command);
    addHelp(part);
    part.usageMessage().description(description);
    return part;
  }

  @Override
  public Integer call() {
    throw new UsageException("Missing command: info or clean.");
  }

  private int info() {
    Path store = store();
    Contents contents = StoreUpkeep.contents(store);
    context.print(
        "%s\n%s, %s, %s\n%s"
            .formatted(
                store,
                Numbers.counted(contents.comparisons(), "comparison"),
                Numbers.counted(contents.pulls(), "pull request"),
                Numbers.size(contents.bytes()),
                contents.metrics().isEmpty()
                    ? ""
                    : "metrics: " + String.join(", ", contents.metrics()) + "\n"));
    return ExitCodes.DONE;
  }

  private int clean() {
    int size = Option.atLeast(0, maxSize);
    Path store = store();
    long freed = StoreUpkeep.clean(store, size * MEBIBYTE);
    context.print(Numbers.size(freed) + " freed in " + store + "\n");
    return ExitCodes.DONE;
  }

  private Path store() {
    return SourceOptions.storeFolder(folder.given(), context)
        .orElseThrow(
            () ->
                new UsageException("No cache folder, because HOME is not set; give --store DIR."));
  }
}
