package com.alexandrite.cli.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.alexandrite.cli.terminal.CommandFailed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreviewCallsTest {
  @TempDir private Path home;
  private TinyConsole console;
  private PreviewCalls calls;

  @BeforeEach
  void start() throws IOException {
    console = new TinyConsole(home);
    calls = new PreviewCalls(console.installation());
  }

  @AfterEach
  void stop() {
    console.close();
  }

  @Test
  void createsOneOfSeveralBranchesAtADepth() throws Exception {
    assertThat(calls.create(List.of("feature/rings", "gifts"), "full").phase()).isEqualTo("QUEUED");
    assertThat(console.calls())
        .containsExactly(
            "POST /api/previews {\"branches\":[\"feature/rings\",\"gifts\"],\"depth\":\"full\"}");
  }

  @Test
  void leavesTheDepthToTheConsole() throws Exception {
    calls.create(List.of("gifts"), null);
    assertThat(console.calls()).containsExactly("POST /api/previews {\"branches\":[\"gifts\"]}");
  }

  @Test
  void tellsARefusalInTheConsolesWords() {
    assertThatThrownBy(() -> calls.create(List.of("unknown"), null))
        .isInstanceOf(CommandFailed.class)
        .hasMessage("There is no branch unknown. Push it first.");
  }

  @Test
  void findsAPreviewByItsNameAndByItsBranch() throws Exception {
    assertThat(calls.find("feature-rings").name()).isEqualTo(TinyConsole.NAME);
    assertThat(calls.find("feature/rings").name()).isEqualTo(TinyConsole.NAME);
    assertThatThrownBy(() -> calls.find("gifts"))
        .isInstanceOfSatisfying(
            CommandFailed.class,
            failed ->
                assertThat(failed.nextStep())
                    .isEqualTo("one of feature-rings; or ./alexandrite preview create gifts"));
  }

  @Test
  void readsThePreview() throws Exception {
    Preview preview = calls.find(TinyConsole.NAME);
    assertThat(preview.addresses())
        .containsEntry("shop", "http://shop.feature-rings.localhost:8080");
    assertThat(preview.services())
        .containsExactly(new Preview.Service("shop", "branch", TinyConsole.REVISION, "ready", ""));
    assertThat(preview.seconds("readySeconds")).isEqualTo("9.4 s");
    assertThat(preview.seconds("wakeSeconds")).isEmpty();
  }

  @Test
  void asksForEverythingElseAtItsPlace() throws Exception {
    calls.act(TinyConsole.NAME, "reset");
    calls.pin(TinyConsole.NAME, true);
    calls.delete(TinyConsole.NAME);
    calls.pushed("feature/rings");
    assertThat(calls.log(TinyConsole.NAME, "shop", 3)).containsExactly("a", "b", "c");
    assertThat(calls.comment(TinyConsole.NAME)).isEqualTo("### Preview\n");
    assertThat(calls.share(TinyConsole.NAME, 8).path("url").asString()).isEqualTo("http://shop/x");
    assertThat(console.calls())
        .contains(
            "POST /api/previews/feature-rings/reset {}",
            "PUT /api/previews/feature-rings/pin {\"pinned\":true}",
            "DELETE /api/previews/feature-rings",
            "POST /api/previews/pushed {\"branch\":\"feature/rings\"}",
            "POST /api/previews/feature-rings/share {\"hours\":8}");
  }

  @Test
  void countsWhatWasLeftBehind() throws Exception {
    assertThat(PreviewList.result(calls.overview())).containsEntry("orphans", 3);
  }

  @Test
  void aLaterLookAtALogShowsOnlyWhatIsNew() {
    assertThat(PreviewLogs.added(List.of("a", "b", "b"), List.of("b", "b", "c")))
        .containsExactly("c");
    assertThat(PreviewLogs.added(List.of("a"), List.of("a"))).isEmpty();
    assertThat(PreviewLogs.added(List.of("a"), List.of("x", "y"))).containsExactly("x", "y");
    assertThat(PreviewLogs.added(List.of(), List.of("x"))).containsExactly("x");
  }
}
