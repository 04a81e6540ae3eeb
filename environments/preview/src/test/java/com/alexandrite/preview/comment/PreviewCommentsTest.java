package com.alexandrite.preview.comment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.alexandrite.preview.Phase;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PreviewCommentsTest {
  private final TinyForge.Request rings = new TinyForge.Request(5, "feature/rings", true);
  private TinyForge server;
  private PreviewComments comments;

  @BeforeEach
  void start() throws IOException {
    server = new TinyForge();
    StickyComment comment =
        new StickyComment(
            new GithubComments(server.api(), "acme/jewels", "s3cret", InstantSource.system()),
            _ -> {});
    comments = new PreviewComments(Optional.of(comment), _ -> Previews.PAGE, Duration.ofMillis(20));
  }

  @AfterEach
  void stop() {
    comments.close();
    server.close();
  }

  @Test
  void followsAPreviewFromItsBuildToItsEnd() {
    server.open(rings);
    comments.changed(Previews.view(Phase.BUILDING, "", null));
    await().until(() -> shows("is being built"));
    comments.changed(Previews.ready());
    await().until(() -> shows(": ready"));
    comments.removed(Previews.ready());
    await().until(() -> shows(": removed"));
    assertThat(server.writes()).hasSize(3);
  }

  @Test
  void theSameStateIsNotEvenLookedAtAgain() {
    server.open(rings);
    comments.changed(Previews.ready());
    await().until(() -> shows(": ready"));
    int calls = server.calls().size();
    comments.changed(Previews.ready());
    comments.changed(Previews.asleep());
    await().until(() -> shows(": asleep"));
    assertThat(server.calls()).hasSize(calls + 3);
  }

  @Test
  void aRequestThatIsOpenedLaterGetsTheComment() {
    comments.changed(Previews.ready());
    await().until(() -> server.calls().size() > 1);
    server.open(rings);
    await().until(() -> shows(": ready"));
  }

  @Test
  void twoBranchesThatAreTriedTogetherBothGetIt() {
    TinyForge.Request gifts = new TinyForge.Request(6, "gifts", true);
    server.open(rings);
    server.open(gifts);
    comments.changed(Previews.withSubject("Merge", List.of("feature/rings", "gifts")));
    await().until(() -> server.writes().size() == 2);
    assertThat(server.texts(gifts)).isEqualTo(server.texts(rings)).hasSize(1);
  }

  @Test
  void afterARefusalNothingIsPostedAnyMore() {
    server.open(rings);
    server.failures.add(new TinyForge.Failure(401, Map.of()));
    comments.changed(Previews.ready());
    await().until(comments::stopped);
    comments.changed(Previews.asleep());
    assertThat(server.calls()).hasSize(1);
  }

  @Test
  void withoutATokenThereIsNoForge() {
    assertThat(CommentPoster.configured(Map.of(), InstantSource.system())).isEmpty();
    assertThat(
            CommentPoster.configured(
                Map.of("ALEXANDRITE_GITHUB_REPOSITORY", "acme/jewels"), InstantSource.system()))
        .isEmpty();
    assertThat(
            CommentPoster.configured(
                Map.of("ALEXANDRITE_GITLAB_TOKEN", "x", "ALEXANDRITE_GITLAB_PROJECT", "7"),
                InstantSource.system()))
        .get()
        .isInstanceOf(GitlabComments.class)
        .hasToString("GitLab/projects/7");
    try (PreviewComments none = new PreviewComments(Optional.empty(), _ -> Previews.PAGE)) {
      none.changed(Previews.ready());
    }
    assertThat(server.calls()).isEmpty();
  }

  private boolean shows(String words) {
    List<String> texts = server.texts(rings);
    return texts.size() == 1 && texts.getFirst().contains(words);
  }
}
