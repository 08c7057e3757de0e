package dev.perftriage.model;

/**
 * A pull request of rust-lang/rust.
 *
 * @param number its number
 * @param title its title as its author wrote it: not safe to put into markup
 */
public record PullRequest(int number, String title) {}
