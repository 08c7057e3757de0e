package dev.perftriage.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.perftriage.analysis.noise.CaseLevels;
import dev.perftriage.cli.Cli;
import dev.perftriage.log.LogParser;
import dev.perftriage.log.LogText;
import dev.perftriage.log.TriageLog;
import dev.perftriage.log.check.CheckContext;
import dev.perftriage.log.check.LogCheck;
import dev.perftriage.log.check.LogRepair;
import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.DataException;
import dev.perftriage.model.Metric;
import dev.perftriage.model.Sha;
import dev.perftriage.model.SiteHistory.Point;
import dev.perftriage.report.markdown.TitleLines;
import dev.perftriage.source.wire.AskedMetric;
import dev.perftriage.source.wire.CommitListReader;
import dev.perftriage.source.wire.CommitReader;
import dev.perftriage.source.wire.ComparisonReader;
import dev.perftriage.source.wire.DashboardReader;
import dev.perftriage.source.wire.HistoryReader;
import dev.perftriage.source.wire.Payload;
import dev.perftriage.source.wire.ProfileIndexReader;
import dev.perftriage.source.wire.PullRequestReader;
import dev.perftriage.source.wire.SectionsReader;
import dev.perftriage.source.wire.SelfProfileReader;
import dev.perftriage.source.wire.StatusPageReader;
import dev.perftriage.source.wire.TestCaseInterner;
import dev.perftriage.source.wire.TimelineReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.msgpack.jackson.dataformat.MessagePackFactory;

/**
 * A part of the program that any bytes may reach. Whatever they are, it gives a result or an error
 * in a sentence.
 */
public enum FuzzTarget {
  COMPARISON(1500) {
    @Override
    void run(byte[] input) {
      reading(
          input,
          payload -> {
            ArtifactComparison read = comparison(payload, METRIC);
            Payload kept = AskedMetric.added(payload, METRIC);
            assertThat(comparison(kept, METRIC).before()).isEqualTo(read.before());
            assertThat(comparison(kept, METRIC).compile()).hasSameSizeAs(read.compile());
          });
    }
  },
  COMMIT_LIST(1500) {
    @Override
    void run(byte[] input) {
      reading(
          input,
          payload ->
              assertThat(CommitListReader.read(payload).newestFirst())
                  .allMatch(merge -> merge.sha().isFull() && merge.parentSha().isFull()));
    }
  },
  PULL_REQUEST(1500) {
    @Override
    void run(byte[] input) {
      reading(
          input,
          payload ->
              assertThat(PullRequestReader.read(payload, NUMBER).number()).isEqualTo(NUMBER));
    }
  },
  PULL_REQUESTS(1500) {
    @Override
    void run(byte[] input) {
      reading(input, payload -> assertThat(PullRequestReader.readPage(payload)).isNotNull());
    }
  },
  TIMELINE(1500) {
    @Override
    void run(byte[] input) {
      reading(input, payload -> assertThat(TimelineReader.read(payload, NUMBER)).isNotNull());
    }
  },
  COMMIT(1500) {
    @Override
    void run(byte[] input) {
      reading(
          input, payload -> assertThat(CommitReader.parent(payload, COMMIT_SHA).isFull()).isTrue());
    }
  },
  DASHBOARD(1500) {
    @Override
    void run(byte[] input) {
      reading(input, payload -> assertThat(DashboardReader.read(payload)).isNotNull());
    }
  },
  STATUS_PAGE(1500) {
    @Override
    void run(byte[] input) {
      reading(input, payload -> assertThat(StatusPageReader.read(payload)).isNotNull());
    }
  },
  SELF_PROFILE(1500) {
    @Override
    void run(byte[] input) {
      reading(input, payload -> assertThat(SelfProfileReader.read(payload)).isNotNull());
    }
  },
  SECTIONS(1500) {
    @Override
    void run(byte[] input) {
      reading(input, payload -> assertThat(SectionsReader.read(payload)).isNotNull());
    }
  },
  PROFILE_INDEX(1500) {
    @Override
    void run(byte[] input) {
      reading(
          input,
          payload ->
              assertThat(ProfileIndexReader.read(payload).values())
                  .noneMatch(name -> name.contains("/") || name.startsWith(".")));
    }
  },
  HISTORY(1500) {
    @Override
    void run(byte[] input) {
      reading(
          input,
          payload ->
              HistoryReader.read(payload)
                  .ifPresent(
                      history ->
                          CaseLevels.of(
                              history.points().stream().mapToDouble(Point::value).toArray())));
    }
  },
  SETTINGS(60) {
    @Override
    void run(byte[] input) throws IOException {
      Path folder = Scratch.folder("settings");
      Files.write(folder.resolve(".perf-triage.properties"), input);
      assertThat(Cli.in(folder).run("config").exitCode()).isIn(DONE, USAGE, DATA);
    }
  },
  LOG(150) {
    @Override
    void run(byte[] input) {
      TriageLog log;
      try {
        log = LogParser.parse(LogText.decode("log.md", input));
      } catch (CharacterCodingException e) {
        return;
      }
      LogCheck.findings(log, CheckContext.NONE, LogCheck.RULES);
      LogText repaired = LogRepair.of(log, CheckContext.NONE, LogCheck.RULES).log();
      LogRepair again = LogRepair.of(LogParser.parse(repaired), CheckContext.NONE, LogCheck.RULES);
      assertThat(again.log().text()).isEqualTo(repaired.text());
    }
  },
  TITLE(300) {
    @Override
    void run(byte[] input) {
      TitleLines.assertShown(new String(input, StandardCharsets.UTF_8));
    }
  },
  /** Comparing a saved response, in every format. */
  COMPARE(60) {
    @Override
    void run(byte[] input) throws IOException {
      Path folder = Scratch.folder("compare");
      Files.write(folder.resolve("answer"), input);
      for (String format : List.of("text", "markdown", "json", "csv")) {
        assertThat(Cli.in(folder).run("compare", "--input", "answer", "-f", format).exitCode())
            .isIn(DONE, DATA);
      }
    }
  },
  /** Reporting a store with one such response. */
  REPORT(40) {
    @Override
    void run(byte[] input) throws IOException {
      Path folder = Scratch.folder("report");
      Files.createDirectories(folder.resolve("comparisons"));
      Files.write(folder.resolve("commits.json"), resource("JazzerTestInputs/commitList/two.json"));
      Files.write(
          folder.resolve(
              "comparisons/" + "a".repeat(40) + ".." + "b".repeat(40) + ".instructions:u.json"),
          input);
      assertThat(
              Cli.in(folder)
                  .run(
                      "report",
                      "--offline",
                      "--store",
                      ".",
                      "--annotate",
                      "--date",
                      "2025-11-03",
                      "--start",
                      "a".repeat(40),
                      "--end",
                      "b".repeat(40),
                      "-o",
                      "-")
                  .exitCode())
          .isIn(DONE, DATA);
    }
  };

  private static final int DONE = 0;
  private static final int USAGE = 2;
  private static final int DATA = 3;
  private static final int NUMBER = 7;
  private static final Sha COMMIT_SHA = new Sha("b".repeat(40));
  private static final Metric METRIC = new Metric("instructions:u");

  private final int iterations;

  FuzzTarget(int iterations) {
    this.iterations = iterations;
  }

  /** Runs it; fails if the program gives anything but a result or an error in a sentence. */
  abstract void run(byte[] input) throws IOException;

  /** How many inputs take about three seconds. */
  int iterations() {
    return iterations;
  }

  /** Sound inputs to begin with: the files of its folder, and the same as MessagePack. */
  List<byte[]> corpus() throws IOException {
    Path folder = Path.of("src/test/resources/dev/perftriage/fuzz/JazzerTestInputs", method());
    List<byte[]> seeds = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        seeds.add(Files.readAllBytes(file));
        if (file.toString().endsWith(".json")) {
          JsonNode tree = new ObjectMapper().readTree(file.toFile());
          seeds.add(new ObjectMapper(new MessagePackFactory()).writeValueAsBytes(tree));
        }
      }
    }
    return seeds;
  }

  /** Its name in lower camel case, as Jazzer expects the folder of its inputs. */
  private String method() {
    String[] words = name().toLowerCase(Locale.ROOT).split("_", -1);
    return words.length == 1
        ? words[0]
        : words[0] + words[1].substring(0, 1).toUpperCase(Locale.ROOT) + words[1].substring(1);
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = FuzzTarget.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    }
  }

  private static ArtifactComparison comparison(Payload payload, Metric metric) {
    return ComparisonReader.read(payload, metric, new TestCaseInterner());
  }

  /** Reads an input; any other exception than one for users is a failure. */
  private static void reading(byte[] input, Consumer<Payload> reader) {
    try {
      reader.accept(new Payload(input, "input"));
    } catch (DataException e) {
      assertThat(e).hasMessageStartingWith("input");
    }
  }

  /** Folders for commands, one for each target. */
  private static final class Scratch {

    static Path folder(String name) throws IOException {
      Path folder = Path.of("target/fuzz", name, Long.toString(ProcessHandle.current().pid()));
      return Files.createDirectories(folder).toAbsolutePath();
    }
  }
}
