package com.alexandrite.preview.comment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.alexandrite.preview.Phase;
import com.alexandrite.preview.PreviewView;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class PreviewCommentTest {

  /** The texts are in src/test/resources/comments; what was written now is in target/comments. */
  @TestFactory
  Stream<DynamicTest> eachStateReadsAsItsFile() {
    Map<String, PreviewView> states =
        new TreeMap<>(
            Map.of(
                "building", Previews.view(Phase.BUILDING, "Builds shop.", null),
                "ready", Previews.ready(),
                "asleep", Previews.asleep(),
                "queued", Previews.view(Phase.QUEUED, "", null),
                "failed",
                    Previews.failed(
                        "Add a gift note", "ERROR: column \"note\" already exists\n  at line 3")));
    return states.entrySet().stream()
        .map(state -> dynamicTest(state.getKey(), () -> reads(state.getKey(), state.getValue())));
  }

  @Test
  void saysThatItIsGone() {
    assertThat(PreviewComment.removed(Previews.ready()))
        .startsWith(PreviewComment.marker("feature-rings"))
        .contains("<code>feature/rings</code>: removed");
  }

  @Test
  void aVisitOrALittleMemoryMakesNoOtherText() {
    PreviewView one = Previews.ready();
    assertThat(PreviewComment.markdown(visitedLater(one), Previews.PAGE))
        .isEqualTo(PreviewComment.markdown(one, Previews.PAGE));
  }

  @Test
  void aTextThatIsTooLongLeavesTheRestToThePage() {
    List<PreviewView.Service> many =
        Stream.generate(() -> Previews.ready().services().getFirst()).limit(2000).toList();
    assertThat(PreviewComment.markdown(with(Previews.ready(), many), Previews.PAGE))
        .hasSizeLessThan(65_536)
        .endsWith("has the rest; it is too long for a comment.\n");
  }

  private static void reads(String name, PreviewView view) throws IOException {
    String text = PreviewComment.markdown(view, Previews.PAGE);
    Path written = Files.createDirectories(Path.of("target/comments")).resolve(name + ".md");
    Files.writeString(written, text);
    try (InputStream file =
        PreviewCommentTest.class.getResourceAsStream("/comments/" + name + ".md")) {
      assertThat(file).as("/comments/%s.md", name).isNotNull();
      assertThat(text).isEqualTo(new String(file.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  private static PreviewView visitedLater(PreviewView view) {
    return new PreviewView(
        view.name(),
        view.branches(),
        view.revision(),
        view.subject(),
        view.baseline(),
        view.depth(),
        view.depthReason(),
        view.depthForced(),
        view.phase(),
        view.message(),
        view.problem(),
        view.queuePlace(),
        view.addresses(),
        view.services(),
        view.buildSeconds(),
        view.readySeconds(),
        view.wakeSeconds(),
        view.schema(),
        view.flags(),
        view.accounts(),
        view.verdict(),
        view.memoryBytes() + 1_000_000,
        view.pinned(),
        view.createdBy(),
        view.createdAt(),
        view.lastUsedAt().plusSeconds(60),
        view.sleepsAt() == null ? null : view.sleepsAt().plusSeconds(60),
        view.expiresAt() == null ? null : view.expiresAt().plusSeconds(60),
        view.events());
  }

  private static PreviewView with(PreviewView view, List<PreviewView.Service> services) {
    return new PreviewView(
        view.name(),
        view.branches(),
        view.revision(),
        view.subject(),
        view.baseline(),
        view.depth(),
        view.depthReason(),
        view.depthForced(),
        view.phase(),
        view.message(),
        view.problem(),
        view.queuePlace(),
        view.addresses(),
        services,
        view.buildSeconds(),
        view.readySeconds(),
        view.wakeSeconds(),
        view.schema(),
        view.flags(),
        view.accounts(),
        view.verdict(),
        view.memoryBytes(),
        view.pinned(),
        view.createdBy(),
        view.createdAt(),
        view.lastUsedAt(),
        view.sleepsAt(),
        view.expiresAt(),
        view.events());
  }
}
