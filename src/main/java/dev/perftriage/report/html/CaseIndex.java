package dev.perftriage.report.html;

import dev.perftriage.analysis.TestCaseChange;
import dev.perftriage.model.CrateKind;
import dev.perftriage.model.TestCase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Numbers the test cases of a page, so that each name is in it once. */
final class CaseIndex {

  private final Map<String, CrateKind> crateKinds;
  private final Map<TestCase, Integer> places = new LinkedHashMap<>();
  private final List<String> categories = new ArrayList<>();

  CaseIndex(Map<String, CrateKind> crateKinds) {
    this.crateKinds = crateKinds;
  }

  /** The number of a change's test case. */
  int of(TestCaseChange change) {
    Integer known = places.get(change.testCase());
    if (known != null) {
      return known;
    }
    int place = places.size();
    places.put(change.testCase(), place);
    categories.add(change.testCase().isRuntime() ? "" : change.category().label());
    return place;
  }

  /** All test cases, by number. */
  Set<TestCase> testCases() {
    return places.keySet();
  }

  /** Writes the names of all test cases, column by column, each word once. */
  void write(PageJson json) {
    List<TestCase> all = List.copyOf(places.keySet());
    json.beginArray();
    column(json, "benchmark", all.stream().map(TestCase::benchmark).toList());
    column(json, "profile", all.stream().map(TestCase::profile).toList());
    column(json, "scenario", all.stream().map(TestCase::scenario).toList());
    column(json, "backend", all.stream().map(TestCase::backend).toList());
    column(json, "target", all.stream().map(TestCase::target).toList());
    for (String field : TestCase.furtherFields(all)) {
      column(json, field, all.stream().map(testCase -> testCase.field(field)).toList());
    }
    column(json, "category", categories);
    column(json, "artifact", all.stream().map(this::crateKind).toList());
    json.endArray();
  }

  private String crateKind(TestCase testCase) {
    CrateKind kind = testCase.isRuntime() ? null : crateKinds.get(testCase.benchmark());
    return kind == null ? "" : kind.label();
  }

  private static void column(PageJson json, String name, List<String> values) {
    Words words = new Words();
    int[] places = values.stream().mapToInt(words::place).toArray();
    json.beginObject().name("name").text(name).name("words");
    words.write(json);
    json.name("at").integers(Arrays.stream(places)).endObject();
  }

  /** Texts, each of which is written once. */
  static final class Words {

    private final Map<String, Integer> places = new LinkedHashMap<>();

    int place(String word) {
      Integer known = places.putIfAbsent(word, places.size());
      return known == null ? places.size() - 1 : known;
    }

    void write(PageJson json) {
      json.texts(List.copyOf(places.keySet()));
    }
  }
}
