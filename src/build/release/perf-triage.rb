class PerfTriage < Formula
  desc "Performance triage reports of the Rust compiler, and comparisons of its revisions"
  homepage "@homepage@"
  url "@url@/perf-triage-@version@.tar.gz"
  sha256 "@sha256@"
  license "MIT"

  depends_on "openjdk"

  def install
    libexec.install Dir["*"]
    (bin/"perf-triage").write_env_script libexec/"bin/perf-triage",
                                         Language::Java.overridable_java_home_env
    man1.install Dir[libexec/"share/man/man1/*.1"]
    bash_completion.install libexec/"share/bash-completion/completions/perf-triage"
    zsh_completion.install libexec/"share/zsh/site-functions/_perf-triage"
    fish_completion.install libexec/"share/fish/vendor_completions.d/perf-triage.fish"
  end

  test do
    assert_match "Improvements    primary    -2.8%",
                 shell_output("#{bin}/perf-triage report --store #{libexec}/sample --offline")
  end
end
