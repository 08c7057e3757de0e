package dev.perftriage.app;

import dev.perftriage.log.LogAddress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A git checkout. Only commands that read are run.
 *
 * @param root its top folder
 */
record GitCheckout(Path root) {

  private static final Pattern GITHUB_REMOTE =
      Pattern.compile(
          "(?m)\\s(?:https://(?:[^@/\\s]+@)?github\\.com/|(?:ssh://)?git@github\\.com[:/])"
              + "([\\w.-]+/[\\w.-]+?)(?:\\.git)?/?\\s");
  private static final String LOGS = "triage/";
  private static final int LONGEST_WAIT_SECONDS = 10;

  /** The checkout that a file lies in; empty if it lies in none. */
  static Optional<GitCheckout> around(Path file) {
    return Stream.iterate(file.getParent(), Objects::nonNull, Path::getParent)
        .filter(folder -> Files.exists(folder.resolve(".git")))
        .findFirst()
        .map(GitCheckout::new);
  }

  /**
   * Where a log that lies in a checkout of rustc-perf is published: its path there, at the newest
   * commit that changed it.
   *
   * @param file the log's absolute path
   * @param content the content of the file
   * @return empty if git is missing, the file does not lie below the folder {@code triage}, or its
   *     content is not committed
   */
  Optional<LogAddress> address(Path file, byte[] content) {
    String path = root.relativize(file).toString().replace('\\', '/');
    // The name of the committed content tells whether it is this very text.
    return path.startsWith(LOGS)
            && git("rev-parse", "HEAD:" + path).filter(blob(content)::equals).isPresent()
        ? git("rev-list", "-1", "HEAD", "--", path)
            .filter(commit -> !commit.isEmpty())
            .map(commit -> new LogAddress(repository(), commit, path))
        : Optional.empty();
  }

  /** The repository on GitHub: rustc-perf itself if any remote is, or else a fork of it. */
  private String repository() {
    List<String> remotes =
        GITHUB_REMOTE
            .matcher(git("remote", "-v").orElse("") + "\n")
            .results()
            .map((MatchResult remote) -> remote.group(1))
            .toList();
    return remotes.isEmpty() || remotes.contains(LogAddress.RUSTC_PERF)
        ? LogAddress.RUSTC_PERF
        : remotes.get(0);
  }

  private static String blob(byte[] content) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-1");
      digest.update(("blob " + content.length + "\0").getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The output of a git command; empty if it fails. */
  private Optional<String> git(String... arguments) {
    List<String> command = new ArrayList<>(List.of("git", "-C", root.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    // Set by hooks, these would name another repository.
    builder.environment().keySet().removeIf(variable -> variable.startsWith("GIT_"));
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.waitFor(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0
          ? Optional.of(out.strip())
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
