package dev.perftriage.source.http;

import dev.perftriage.source.io.Advice;
import java.time.Clock;
import java.util.function.Consumer;

/**
 * What the requests to all services share.
 *
 * @param clock the current time, to which a date in {@code Retry-After} is compared
 * @param advice what to do about a response that is too large, or a certificate
 * @param notes receives sentences about waits
 */
record ServiceEnvironment(
    Limits limits, Proxies proxies, Clock clock, Advice advice, Consumer<String> notes) {}
