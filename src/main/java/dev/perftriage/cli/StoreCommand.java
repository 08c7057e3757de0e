package dev.perftriage.cli;

import dev.perftriage.app.UsageException;
import dev.perftriage.report.Numbers;
import dev.perftriage.source.store.Store;
import dev.perftriage.source.store.StoreMaintenance;
import dev.perftriage.source.store.StoreMaintenance.Contents;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ScopeType;

/** Looks after a store. */
final class StoreCommand implements Runnable {

  /** What it does, in a line. */
  static final String HEADER = "Show or clean the kept answers.";

  private static final long MEBIBYTE = 1L << 20;

  private final Surroundings surroundings;
  private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);

  private final OptionSpec folder =
      OptionSpec.builder("--store")
          .type(Path.class)
          .scopeType(ScopeType.INHERIT)
          .paramLabel("DIR")
          .description("The store's folder. Default: perf-triage in your cache folder.")
          .build();

  private final OptionSpec maxSize =
      OptionSpec.builder("--max-size")
          .type(int.class)
          .paramLabel("MIB")
          .defaultValue("0")
          .description("Stop when so much is left. Default: ${DEFAULT-VALUE}, everything goes.")
          .build();

  private StoreCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    spec.addOption(folder);
    Options.addHelp(spec);
    spec.addSubcommand(
            "clean",
            part(this::clean, "Drop comparisons from the store, those kept longest first.")
                .addOption(maxSize))
        .addSubcommand("info", part(this::info, "Print where the store is and what it holds."));
    spec.usageMessage()
        .header(HEADER)
        .description(
            "%nAfter each report and fetch, the store in your cache folder is brought below 1 GiB:"
                + " the comparisons that were kept longest go first.")
        .synopsisSubcommandLabel("(info | clean)")
        .footerHeading("%nExamples:%n")
        .footer(
            "  perf-triage store info",
            "      where the cache is and what it holds",
            "  perf-triage store clean --max-size 100",
            "      drop the oldest comparisons until 100 MiB are left");
    ExitCodesHelp.list(
        spec, ExitCodesHelp.DONE, ExitCodesHelp.USAGE, ExitCodesHelp.DATA, ExitCodesHelp.BUG);
  }

  static CommandSpec spec(Surroundings surroundings) {
    return new StoreCommand(surroundings).spec;
  }

  private static CommandSpec part(Callable<Integer> command, String description) {
    CommandSpec part = CommandSpec.wrapWithoutInspection(command);
    Options.addHelp(part);
    part.usageMessage().description(description);
    return part;
  }

  @Override
  public void run() {
    throw new UsageException("Say info or clean.");
  }

  private int info() {
    Store store = store();
    Contents contents = new StoreMaintenance(store).contents();
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

  private int clean() {
    int size = Options.atLeast(0, maxSize);
    Store store = store();
    StoreMaintenance maintenance = new StoreMaintenance(store);
    long freed = size == 0 ? maintenance.clear() : maintenance.trim(size * MEBIBYTE);
    surroundings.out().print(Numbers.size(freed) + " freed in " + store.folder() + "\n");
    return ExitCodes.DONE;
  }

  private Store store() {
    return SourceOptions.storeIn(folder.getValue(), surroundings)
        .orElseThrow(
            () -> new UsageException("There is no cache folder without HOME; give --store DIR."));
  }
}
