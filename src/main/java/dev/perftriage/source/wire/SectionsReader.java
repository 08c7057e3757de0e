package dev.perftriage.source.wire;

import dev.perftriage.model.profile.CompileSections;
import dev.perftriage.model.profile.CompileSections.Section;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the sections of two compilations. */
public final class SectionsReader {

  private SectionsReader() {}

  /**
   * The sections of both; empty if the site lacks them for either. A {@code DataException} if the
   * payload is something else.
   */
  public static Optional<CompileSections> read(Payload payload) {
    return WireInput.read(
        payload, "an answer about sections", new NameInterner(), SectionsReader::sections);
  }

  private static Optional<CompileSections> sections(WireInput in) throws IOException {
    in.beginRequiredObject();
    List<Section> before = null;
    List<Section> after = null;
    for (String field = in.nextField(); field != null; field = in.nextField()) {
      switch (field) {
        case "before" -> before = side(in);
        case "after" -> after = side(in);
        default -> in.skip();
      }
    }
    return before == null || after == null
        ? Optional.empty()
        : Optional.of(new CompileSections(before, after));
  }

  private static @Nullable List<Section> side(WireInput in) throws IOException {
    if (!in.beginObject()) {
      return null;
    }
    List<Value> values = null;
    for (String field = in.nextField(); field != null; field = in.nextField()) {
      if (field.equals("sections")) {
        values = in.requiredList(SectionsReader::value);
      } else {
        in.skip();
      }
    }
    return shares(in.required(values, "sections"));
  }

  private static Value value(WireInput in) throws IOException {
    in.beginRequiredObject();
    String name = null;
    double value = Double.NaN;
    for (String field = in.nextField(); field != null; field = in.nextField()) {
      switch (field) {
        case "name" -> name = in.text();
        case "value" -> value = in.number();
        default -> in.skip();
      }
    }
    return new Value(in.required(name, "name"), value);
  }

  private static List<Section> shares(List<Value> values) {
    double whole = values.stream().mapToDouble(Value::value).sum();
    List<Section> shares = new ArrayList<>();
    values.forEach(each -> shares.add(new Section(each.name, each.value / whole)));
    return shares;
  }

  /** A section, in a unit that is the same for all of one compilation. */
  private record Value(String name, double value) {}
}
