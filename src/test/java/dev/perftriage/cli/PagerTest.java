package dev.perftriage.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The pager of a terminal, which is chosen as git chooses it. */
@DisabledOnOs(OS.WINDOWS)
class PagerTest {

  @TempDir private Path directory;

  @Test
  void aPagerGetsTheTextThatMayColourButNotControlTheTerminal() throws IOException {
    Path shown = directory.resolve("shown");
    Pager pager = new Pager(Map.of("PAGER", "cat > '" + shown + "'"));

    pager.show("\u001b[31mréd\u001b[0m\u001b]0;title\u0007\n");

    assertThat(shown).hasContent("\u001b[31mréd\u001b[0m ]0;title \n");
  }

  @Test
  void lessQuitsIfTheTextFitsUnlessLessIsSet() throws IOException {
    Path shown = directory.resolve("shown");

    new Pager(Map.of("PAGER", "cat > /dev/null; printf %s \"$LESS\" > " + shown)).show("text");

    String inherited = System.getenv("LESS");
    assertThat(shown).hasContent(inherited == null ? "FRX" : inherited);
  }

  @Test
  void aPagerThatQuitsEarlyIsNoError() throws IOException {
    new Pager(Map.of("PAGER", "true")).show("a line\n".repeat(200_000));
  }

  @Test
  void aPagerThatCannotBeStartedIsAnError() {
    Pager direct = new Pager(Map.of("PAGER", "no-such-pager"));
    Pager byShell = new Pager(Map.of("PAGER", "no-such-pager -x 2> " + directory.resolve("err")));

    assertThatThrownBy(() -> direct.show("text")).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> byShell.show("text")).isInstanceOf(IOException.class);
  }

  @Test
  void anEmptyPagerAndCatAreNone() {
    assertThat(new Pager(Map.of("PAGER", "")).isWanted()).isFalse();
    assertThat(new Pager(Map.of("PAGER", "cat")).isWanted()).isFalse();
    assertThat(new Pager(Map.of()).isWanted()).isTrue();
    assertThat(new Pager(Map.of()).command()).isEqualTo("less");
  }
}
