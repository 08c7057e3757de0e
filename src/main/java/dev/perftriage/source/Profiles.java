package dev.perftriage.source;

import dev.perftriage.model.DataException;
import dev.perftriage.model.profile.CompileSections;
import dev.perftriage.model.profile.NoProfileException;
import dev.perftriage.model.profile.ProfileRequest;
import dev.perftriage.model.profile.SelfProfile;
import dev.perftriage.source.http.Fetched;
import dev.perftriage.source.http.Services;
import dev.perftriage.source.store.StoreLayout;
import dev.perftriage.source.wire.Payload;
import dev.perftriage.source.wire.ProfileIndexReader;
import dev.perftriage.source.wire.SectionsReader;
import dev.perftriage.source.wire.SelfProfileReader;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where compilers spent their time. What is measured does not change, so that a stored answer is
 * final; the site takes seconds for the first request about a test case.
 *
 * @param selfProfiles the self-profiles of two compilers; throws a {@link NoProfileException} if
 *     there are none, another {@link DataException} if they are unavailable
 * @param sections the sections of their compilations; empty if there are none, a {@link
 *     DataException} if they are unavailable
 */
public record Profiles(
    Function<ProfileRequest, SelfProfile> selfProfiles,
    Function<ProfileRequest, Optional<CompileSections>> sections) {

  static Profiles offline(StoredData stored) {
    LazyValue<Map<ProfileRequest, String>> index = index(stored);
    return new Profiles(
        request ->
            both(
                request,
                stored(stored, index, request)
                    .orElseThrow(() -> stored.missing("no self-profile of " + request))),
        request ->
            stored
                .value(StoreLayout.sections(request), SectionsReader::read)
                .flatMap(some -> some));
  }

  static Profiles online(Services services, Cache cache) {
    LazyValue<Map<ProfileRequest, String>> index = index(cache);
    AnswersByQuestion<ProfileRequest> answers = new AnswersByQuestion<>();
    return new Profiles(
        request ->
            both(
                request,
                cache
                    .find(() -> stored(cache, index, request))
                    .orElseGet(
                        () ->
                            kept(
                                cache,
                                StoreLayout.selfProfile(request),
                                services
                                    .perf()
                                    .selfProfile(
                                        request, answer -> checked(answers, request, answer))))),
        request ->
            cache
                .find(() -> cache.value(StoreLayout.sections(request), SectionsReader::read))
                .orElseGet(
                    () ->
                        kept(
                            cache,
                            StoreLayout.sections(request),
                            services.perf().sections(request, SectionsReader::read))));
  }

  /** Reads a response. Times by the clock are never all equal, so no two are. */
  private static Optional<SelfProfile> checked(
      AnswersByQuestion<ProfileRequest> answers, ProfileRequest request, Payload answer) {
    Optional<SelfProfile> profile = SelfProfileReader.read(answer);
    if (profile.isPresent()) {
      answers.check(request, answer);
    }
    return profile;
  }

  /** Stores an answer, unless what it lacks may be measured later. */
  private static <T> Optional<T> kept(Cache cache, String name, Fetched<Optional<T>> fetched) {
    return fetched.value().isPresent() ? cache.kept(name, fetched) : Optional.empty();
  }

  private static SelfProfile both(ProfileRequest request, Optional<SelfProfile> answered) {
    return answered.orElseThrow(
        () ->
            new NoProfileException(
                "Reading the self-profile of %s: the site has none by the earlier one"
                    .formatted(request)));
  }

  private static LazyValue<Map<ProfileRequest, String>> index(StoredData stored) {
    return new LazyValue<>(
        () -> stored.value(StoreLayout.PROFILE_INDEX, ProfileIndexReader::read).orElse(Map.of()));
  }

  /** The stored answer, under its own name or one that the list of a recorded week has for it. */
  private static Optional<Optional<SelfProfile>> stored(
      StoredData stored, LazyValue<Map<ProfileRequest, String>> index, ProfileRequest request) {
    return stored
        .value(StoreLayout.selfProfile(request), SelfProfileReader::read)
        .or(
            () ->
                Optional.ofNullable(index.get().get(request))
                    .flatMap(
                        file ->
                            stored.value(
                                StoreLayout.listedProfile(file), SelfProfileReader::read)));
  }
}
