package dev.perftriage.report;

import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.model.discussion.Discussion;
import java.util.Optional;

/**
 * What was said about a merged pull request, and what its reviewers had seen.
 *
 * @param beforeMerge the last comparison before it was merged, of the report's test cases; empty if
 *     there was none or the site has it no more
 */
public record PullNews(Discussion discussion, Optional<ComparisonSummary> beforeMerge) {}
