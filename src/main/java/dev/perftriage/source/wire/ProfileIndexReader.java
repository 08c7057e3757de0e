package dev.perftriage.source.wire;

import dev.perftriage.model.Sha;
import dev.perftriage.model.TestCase;
import dev.perftriage.model.profile.ProfileRequest;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the list of a recorded week's self-profiles: which file answers which request. */
public final class ProfileIndexReader {

  /** A name of a file in the list's own folder. */
  private static final Pattern FILE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

  private ProfileIndexReader() {}

  /**
   * The names of the answers' files, by request; a {@code DataException} if the payload is no such
   * list.
   */
  public static Map<ProfileRequest, String> read(Payload payload) {
    List<Optional<Listed>> listed =
        WireInput.read(
            payload,
            "a list of self-profiles",
            new NameInterner(),
            in -> in.requiredList(ProfileIndexReader::listed));
    Map<ProfileRequest, String> names = new LinkedHashMap<>();
    listed.stream()
        .flatMap(Optional::stream)
        .filter(each -> FILE.matcher(each.file).matches())
        .forEach(each -> names.put(each.request, each.file));
    return Collections.unmodifiableMap(names);
  }

  /** An answer; empty for one about a single compiler. */
  private static Optional<Listed> listed(WireInput in) throws IOException {
    in.beginRequiredObject();
    String file = null;
    Optional<ProfileRequest> request = Optional.empty();
    for (String field = in.nextField(); field != null; field = in.nextField()) {
      switch (field) {
        case "answer" -> file = in.text();
        case "request" -> request = request(in);
        default -> in.skip();
      }
    }
    String name = in.required(file, "answer");
    return request.map(asked -> new Listed(asked, name));
  }

  private static Optional<ProfileRequest> request(WireInput in) throws IOException {
    in.beginRequiredObject();
    Sha commit = null;
    Sha base = null;
    String benchmark = null;
    String profile = null;
    String scenario = null;
    String backend = null;
    String target = null;
    for (String field = in.nextField(); field != null; field = in.nextField()) {
      switch (field) {
        case "commit" -> commit = in.sha();
        case "base_commit" -> base = in.sha();
        case "benchmark" -> benchmark = in.text();
        case "profile" -> profile = in.text();
        case "scenario" -> scenario = in.text();
        case "backend" -> backend = in.text();
        case "target" -> target = in.text();
        default -> in.skip();
      }
    }
    if (base == null) {
      return Optional.empty();
    }
    return Optional.of(
        new ProfileRequest(
            base,
            in.required(commit, "commit"),
            new TestCase(
                in.required(benchmark, "benchmark"),
                in.required(profile, "profile"),
                in.required(scenario, "scenario"),
                or(TestCase.DEFAULT_BACKEND, backend),
                or(TestCase.DEFAULT_TARGET, target))));
  }

  private static String or(String usual, @Nullable String named) {
    return named == null ? usual : named;
  }

  private record Listed(ProfileRequest request, String file) {}
}
