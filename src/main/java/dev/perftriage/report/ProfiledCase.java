package dev.perftriage.report;

import dev.perftriage.analysis.TestCaseChange;
import dev.perftriage.model.profile.CompileSections;
import dev.perftriage.model.profile.ProfileRequest;
import dev.perftriage.model.profile.SelfProfile;
import java.util.List;
import java.util.Optional;

/**
 * A test case that changed, and what its self-profiles say.
 *
 * @param request the two compilers and the test case
 * @param profile the self-profiles; empty if the site has none, or they are unavailable
 * @param sections the sections of the compilations; empty likewise, and if they were not asked for
 * @param problems why something is missing, in sentences without a full stop; empty if nothing is
 */
public record ProfiledCase(
    TestCaseChange change,
    ProfileRequest request,
    Optional<SelfProfile> profile,
    Optional<CompileSections> sections,
    List<String> problems) {

  /** Copies the list. */
  public ProfiledCase {
    problems = List.copyOf(problems);
  }
}
