package dev.perftriage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.perftriage.FakeServices;
import dev.perftriage.FakeServices.Question;
import dev.perftriage.cli.Cli.Result;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.msgpack.jackson.dataformat.MessagePackFactory;

/** Every answer is bound to its question: what answers another one is no answer. */
class AnswersTest {

  private static final ObjectMapper MESSAGE_PACK = new ObjectMapper(new MessagePackFactory());

  private static final String BEFORE_START = "23fced0fcc5e0ec260d25f04a8b78b269e5e90f0";
  private static final String START = "4146079cee94242771864147e32fb5d9adbd34f8";
  private static final String END = "c6d42d774d1edfb270b8faaefacc67c213b0260b";
  private static final String NEXT = "292db4a13ce3f329579a581b424c6cec3b1cbd2b";
  private static final String PULL = "148241";

  @TempDir private Path directory;
  private FakeServices services;

  @BeforeEach
  void serve() {
    services = new FakeServices(Cli.SAMPLE);
  }

  @AfterEach
  void stop() {
    services.close();
  }

  /** What a faulty cache or proxy, or a mistaken service, may answer. */
  private enum WrongAnswer {
    OTHER_COMPARISON("field a.commit is " + BEFORE_START, comparison("instructions:u")) {
      @Override
      boolean strikes(Question question) {
        return question.isComparison();
      }

      @Override
      MockResponse answer(Question question, FakeServices services) {
        return services.soundAnswer(question.about(BEFORE_START, START));
      }
    },
    SWAPPED_ENDS(", but " + START + " was asked for", comparison("instructions:u")) {
      @Override
      boolean strikes(Question question) {
        return question.isComparison();
      }

      @Override
      MockResponse answer(Question question, FakeServices services) {
        return changed(
            question,
            services,
            answer -> {
              var start = answer.get("a");
              answer.set("a", answer.get("b"));
              answer.set("b", start);
            });
      }
    },
    OTHER_PULL_REQUEST_IN_THE_COMPARISON(
        "field b.pr is 1, but the list of merges has #148241 for commit c6d42d77",
        comparison("instructions:u")) {
      @Override
      boolean strikes(Question question) {
        return question.isComparison() && question.end().equals(END);
      }

      @Override
      MockResponse answer(Question question, FakeServices services) {
        return changed(question, services, answer -> ((ObjectNode) answer.get("b")).put("pr", 1));
      }
    },
    OTHER_PULL_REQUEST("field number is 148193, but 148241 was asked for", "pulls/148241.json") {
      @Override
      boolean strikes(Question question) {
        return question.path().endsWith("/pulls/" + PULL);
      }

      @Override
      MockResponse answer(Question question, FakeServices services) {
        return pull("148193", "");
      }
    },
    OTHER_REPOSITORY(
        "field base.repo.full_name is rust-lang/cargo, but rust-lang/rust was asked for",
        "pulls/148241.json") {
      @Override
      boolean strikes(Question question) {
        return question.path().endsWith("/pulls/" + PULL);
      }

      @Override
      MockResponse answer(Question question, FakeServices services) {
        return pull(PULL, ", \"base\": {\"repo\": {\"full_name\": \"rust-lang/cargo\"}}");
      }
    };

    private final String words;
    private final String file;

    WrongAnswer(String words, String file) {
      this.words = words;
      this.file = file;
    }

    abstract boolean strikes(Question question);

    abstract MockResponse answer(Question question, FakeServices services);

    private static MockResponse pull(String number, String more) {
      return FakeServices.text(
          200, "{\"number\": " + number + ", \"title\": \"Wrong\"" + more + "}");
    }

    private static MockResponse changed(
        Question question, FakeServices services, Consumer<ObjectNode> change) {
      Buffer body = new Buffer();
      try {
        services.soundAnswer(question.withoutBrotli()).getBody().writeTo(body);
        ObjectNode answer = (ObjectNode) MESSAGE_PACK.readTree(body.readByteArray());
        change.accept(answer);
        return FakeServices.messagePack(question, MESSAGE_PACK.writeValueAsBytes(answer));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(WrongAnswer.class)
  void whatAnswersAnotherQuestionOnceIsAskedAgain(WrongAnswer wrong) throws IOException {
    Result sound = report(services);
    AtomicBoolean struck = new AtomicBoolean();
    services.breakWith(
        question ->
            wrong.strikes(question) && struck.compareAndSet(false, true)
                ? Optional.of(wrong.answer(question, services))
                : Optional.empty());
    Result result = report(services);

    assertThat(struck).isTrue();
    assertThat(result).isEqualTo(sound);
    assertThat(result.exitCode()).isZero();
  }

  @ParameterizedTest
  @EnumSource(WrongAnswer.class)
  void whatAnswersAnotherQuestionTwiceIsSaidAndNotStored(WrongAnswer wrong) throws IOException {
    Map<String, Integer> struck = new ConcurrentHashMap<>();
    services.breakWith(
        question -> {
          if (!wrong.strikes(question)) {
            return Optional.empty();
          }
          struck.merge(question.path() + question.comparison(), 1, Integer::sum);
          return Optional.of(wrong.answer(question, services));
        });
    Result result = report(services, "--store", "store");

    assertThat(result.exitCode()).isEqualTo(ExitCodes.DATA);
    assertThat(result.err() + result.out()).contains(wrong.words);
    assertThat(struck).isNotEmpty().allSatisfy((asked, times) -> assertThat(times).isEqualTo(2));
    assertThat(directory.resolve("store/" + wrong.file)).doesNotExist();
  }

  @Test
  void aCacheThatIgnoresTheMetricIsNoticed() {
    AtomicReference<MockResponse> first = new AtomicReference<>();
    services.breakWith(
        question -> {
          if (!question.isComparison()) {
            return Optional.empty();
          }
          first.compareAndSet(null, services.soundAnswer(question));
          return Optional.ofNullable(first.get());
        });
    Result result =
        Cli.in(directory)
            .run(
                services.options(),
                "compare",
                START,
                END,
                "--metric",
                "instructions:u",
                "--metric",
                "max-rss");

    assertThat(result.exitCode()).isEqualTo(ExitCodes.DATA);
    assertThat(result.err())
        .containsPattern(
            "the response is the same, byte for byte, as that about (instructions:u|max-rss)");
  }

  // A store from a stranger

  @ParameterizedTest
  @CsvSource({"instructions:u, max-rss", "max-rss, instructions:u"})
  void aStoredComparisonUnderTheNameOfAnotherMetricIsNoAnswer(String from, String to)
      throws IOException {
    compare(services.options(), from);
    move(comparison(from), comparison(to));

    assertWrong(
        offline("compare", START, END, "--metric", to),
        "field asked_metric is " + from + ", but " + to + " was asked for");
    Result online = compare(services.options(), to);
    assertThat(online.exitCode()).isZero();
    assertThat(online.err()).contains("asked_metric").contains("fetching it again");
  }

  @Test
  void aStoredComparisonUnderTheNameOfOtherCommitsIsNoAnswer() throws IOException {
    compare(services.options(), "instructions:u");
    move(comparison("instructions:u"), comparison("instructions:u").replace(END, BEFORE_START));

    assertWrong(
        offline("compare", START, BEFORE_START),
        "field b.commit is " + END + ", but " + BEFORE_START + " was asked for");
  }

  @Test
  void aStoredPullRequestUnderAnotherNumberIsNoAnswer() throws IOException {
    report(services, "--store", "store");
    move("pulls/148241.json", "pulls/148040.json");
    Files.copy(
        directory.resolve("store/pulls/148040.json"), directory.resolve("store/pulls/148241.json"));
    Files.writeString(
        directory.resolve("store/pulls/148241.json"), "{\"number\": 7, \"title\": \"Wrong\"}");

    Result result = offline("report", "--start", START, "--end", NEXT, "-o", "-");
    assertThat(result.exitCode()).isEqualTo(ExitCodes.DATA);
    assertThat(result.out()).contains("<UNKNOWN> [#148241]").doesNotContain("Wrong");
    assertThat(result.err()).contains("field number is 7, but 148241 was asked for");
  }

  @Test
  void aStoreWithoutMetricsInItsComparisonsIsReadAsBefore() {
    assertThat(
            Cli.in(directory)
                .run("compare", START, END, "--offline", "--store", Cli.SAMPLE.toString())
                .exitCode())
        .isZero();
  }

  private void assertWrong(Result result, String words) {
    assertThat(result.exitCode()).isEqualTo(ExitCodes.DATA);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).contains(directory.resolve("store").toString()).contains(words);
  }

  private static String comparison(String metric) {
    return "comparisons/" + START + ".." + END + "." + metric + ".msgpack";
  }

  private void move(String from, String to) throws IOException {
    Path store = directory.resolve("store");
    Files.move(store.resolve(from), store.resolve(to), StandardCopyOption.REPLACE_EXISTING);
  }

  private Result compare(List<String> options, String metric) {
    Predicate<Result> isDone = result -> result.exitCode() == ExitCodes.DONE;
    Result result =
        Cli.in(directory)
            .run(options, "compare", START, END, "--metric", metric, "--store", "store");
    assertThat(result).matches(isDone);
    return result;
  }

  private Result offline(String... arguments) {
    return Cli.in(directory).run(List.of("--offline", "--store", "store"), arguments);
  }

  private Result report(FakeServices asked, String... more) {
    return Cli.in(directory)
        .run(
            asked.options(),
            Stream.concat(
                    Stream.of(
                        "report", "-q", "--start", START, "--end", NEXT, "-o", "-", "-j", "1"),
                    Stream.of(more))
                .toArray(String[]::new));
  }
}
