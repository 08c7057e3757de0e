package dev.perftriage.source.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.perftriage.model.DataException;
import dev.perftriage.model.Sha;
import dev.perftriage.model.TestCase;
import dev.perftriage.model.profile.CompileSections.Section;
import dev.perftriage.model.profile.ProfileRequest;
import dev.perftriage.model.profile.QueryChange;
import dev.perftriage.model.profile.QueryFigures;
import dev.perftriage.model.profile.SelfProfile;
import dev.perftriage.model.profile.SizeChange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.msgpack.jackson.dataformat.MessagePackFactory;

/** Self-profiles, sections and the list of recorded ones, in MessagePack and JSON. */
class SelfProfileReaderTest {

  private static final String ANSWER =
      """
      {"base_profile_delta": {
         "totals": {"self_time": -5, "invocation_count": 1},
         "query_data": [{"self_time": -5, "invocation_count": 1, "number_of_cache_hits": 2,
                         "incremental_load_time": -3}],
         "artifact_sizes": [{"bytes": -4}]},
       "profile": {
         "totals": {"label": "Totals", "self_time": 95, "invocation_count": 11},
         "query_data": [{"label": "typeck", "time": 99, "self_time": 95, "invocation_count": 11,
                         "number_of_cache_hits": 2, "incremental_load_time": 7}],
         "artifact_sizes": [{"label": "object_file", "bytes": 16}]}}
      """;

  @Test
  void figuresBeforeAreThoseAfterLessTheDifference() throws IOException {
    SelfProfile expected =
        new SelfProfile(
            new QueryChange(
                "Totals", new QueryFigures(10, 100, 0, 0), new QueryFigures(11, 95, 0, 0)),
            List.of(
                new QueryChange(
                    "typeck", new QueryFigures(10, 100, 0, 10), new QueryFigures(11, 95, 2, 7))),
            List.of(new SizeChange("object_file", 20, 16)));

    assertThat(SelfProfileReader.read(payload(ANSWER))).hasValue(expected);
    assertThat(SelfProfileReader.read(new Payload(packed(), "test"))).hasValue(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "'\"artifact_sizes\": [{\"label\": \"object_file\", \"bytes\": 16}]', '\"artifact_sizes\": null'",
    "'\"artifact_sizes\": [{\"bytes\": -4}]', '\"artifact_sizes\": []'"
  })
  void sizesOfOneSideAreNotCompared(String of, String by) {
    assertThat(SelfProfileReader.read(payload(ANSWER.replace(of, by))).orElseThrow().sizes())
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'\"label\": \"typeck\",', '\"label\": 1,', profile.query_data[0].label is not a string",
    "'\"self_time\": 95, \"invocation_count\": 11,', '\"invocation_count\": 11,', field profile.query_data[0].self_time is missing",
    "'\"profile\": {', '\"profiles\": {', field profile is missing",
    "'\"totals\": {\"label\"', '\"total\": {\"label\"', field profile.totals is missing"
  })
  void whatIsMissingOrWrongIsNamed(String of, String by, String message) {
    assertThatThrownBy(() -> SelfProfileReader.read(payload(ANSWER.replace(of, by))))
        .isInstanceOf(DataException.class)
        .hasMessageContaining(message);
  }

  @Test
  void everyPrefixIsAnError() throws IOException {
    byte[] whole = packed();
    for (int length = 0; length < whole.length; length++) {
      Payload cut = new Payload(Arrays.copyOf(whole, length), "test");
      assertThatThrownBy(() -> SelfProfileReader.read(cut))
          .isInstanceOf(DataException.class)
          .hasMessageStartingWith("test");
    }
  }

  @Test
  void sectionsAreShares() {
    assertThat(
            SectionsReader.read(
                    payload(
                        """
                        {"before": {"sections": [{"name": "Frontend", "value": 0}]},
                         "after": {"sections": [{"name": "Frontend", "value": 30, "more": 1},
                                                {"name": "Linker", "value": 10}]}, "more": []}
                        """))
                .orElseThrow())
        .satisfies(
            sections ->
                assertThat(sections.after())
                    .containsExactly(new Section("Frontend", 0.75), new Section("Linker", 0.25)))
        .satisfies(
            sections ->
                assertThat(sections.before()).containsExactly(new Section("Frontend", Double.NaN)));
    assertThat(SectionsReader.read(payload("{\"before\": null, \"after\": null}"))).isEmpty();
    assertThatThrownBy(() -> SectionsReader.read(payload("{\"error\": {}")))
        .isInstanceOf(DataException.class);
  }

  @Test
  void aListNamesOnlyFilesOfItsFolder() {
    String request =
        """
        {"commit": "b", "base_commit": "a", "benchmark": "syn", "profile": "check",
         "scenario": "full", "novelty": 1}
        """;
    String list =
        """
        [{"answer": "1.msgpack", "request": %s, "more": []},
         {"answer": "../../secret.msgpack", "request": %s},
         {"answer": "2.msgpack", "request": {"commit": "b", "base_commit": null}}]
        """
            .formatted(request, request.replace("full", "incr-full"));

    assertThat(ProfileIndexReader.read(payload(list)))
        .containsOnlyKeys(
            new ProfileRequest(
                new Sha("a"),
                new Sha("b"),
                new TestCase("syn", "check", "full", "llvm", TestCase.DEFAULT_TARGET)))
        .containsValue("1.msgpack");
    assertThatThrownBy(() -> ProfileIndexReader.read(payload("{}")))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("not a list of self-profiles");
  }

  private static Payload payload(String json) {
    return new Payload(json.getBytes(StandardCharsets.UTF_8), "test");
  }

  private static byte[] packed() throws IOException {
    return new ObjectMapper(new MessagePackFactory())
        .writeValueAsBytes(new ObjectMapper().readTree(ANSWER));
  }
}
