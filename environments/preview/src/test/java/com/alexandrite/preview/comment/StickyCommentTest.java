package com.alexandrite.preview.comment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StickyCommentTest {
  private static final Instant NOW = Instant.parse("2026-11-25T09:00:00Z");
  private static final String MARKER = PreviewComment.marker("feature-rings");
  private static final String BRANCH = "feature/rings";

  /** The two forges. */
  enum Forge {
    GITHUB("X-RateLimit-") {
      @Override
      CommentPoster at(TinyForge server) {
        return new GithubComments(server.api(), "acme/jewels", "s3cret", InstantSource.fixed(NOW));
      }
    },
    GITLAB("RateLimit-") {
      @Override
      CommentPoster at(TinyForge server) {
        return new GitlabComments(server.api(), "acme/jewels", "s3cret", InstantSource.fixed(NOW));
      }
    };

    final String limit;

    Forge(String limit) {
      this.limit = limit;
    }

    abstract CommentPoster at(TinyForge server);
  }

  private final List<Duration> pauses = Collections.synchronizedList(new ArrayList<>());
  private TinyForge server;

  @BeforeEach
  void start() throws IOException {
    server = new TinyForge();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @EnumSource
  void writesOnceAndEditsThen(Forge forge) throws Exception {
    TinyForge.Request request = open();
    StickyComment comment = comment(forge);
    assertThat(comment.put(BRANCH, MARKER, MARKER + "\none")).isTrue();
    assertThat(comment.put(BRANCH, MARKER, MARKER + "\ntwo")).isTrue();
    assertThat(server.texts(request)).containsExactly(MARKER + "\ntwo");
    assertThat(server.tokens).allMatch(token -> token.contains("s3cret"));
  }

  @ParameterizedTest
  @EnumSource
  void theSameTextIsNotWrittenAgain(Forge forge) throws Exception {
    server.say(open(), MARKER + "\r\none");
    comment(forge).put(BRANCH, MARKER, MARKER + "\none\n");
    assertThat(server.writes()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void findsItsCommentOnALaterPage(Forge forge) throws Exception {
    TinyForge.Request request = open();
    for (int i = 0; i < 230; i++) {
      server.say(request, "a person says: " + MARKER);
    }
    server.say(request, MARKER + "\none");
    comment(forge).put(BRANCH, MARKER, MARKER + "\ntwo");
    assertThat(server.texts(request)).hasSize(231).last().isEqualTo(MARKER + "\ntwo");
  }

  @ParameterizedTest
  @EnumSource
  void aBranchWithoutAnOpenRequestOfItsOwnGetsNone(Forge forge) throws Exception {
    server.open(new TinyForge.Request(3, BRANCH, false));
    server.open(new TinyForge.Request(4, BRANCH, true, true, new ArrayList<>()));
    assertThat(comment(forge).put(BRANCH, MARKER, MARKER)).isFalse();
    assertThat(server.writes()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void saysAlsoOnAMergedRequestThatThePreviewIsGone(Forge forge) throws Exception {
    TinyForge.Request merged = new TinyForge.Request(3, BRANCH, false);
    server.open(merged);
    server.say(merged, MARKER + "\nready");
    comment(forge).replace(BRANCH, MARKER, MARKER + "\nremoved");
    assertThat(server.texts(merged)).containsExactly(MARKER + "\nremoved");
  }

  @ParameterizedTest
  @EnumSource
  void aLostAnswerMakesNoSecondComment(Forge forge) throws Exception {
    TinyForge.Request request = open();
    server.failures.add(new TinyForge.Failure(502, Map.of()));
    server.failures.add(new TinyForge.Failure(500, Map.of()));
    comment(forge).put(BRANCH, MARKER, MARKER);
    assertThat(server.texts(request)).containsExactly(MARKER);
    assertThat(pauses).containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(4));
  }

  @ParameterizedTest
  @EnumSource
  void waitsAsLongAsTheForgeWants(Forge forge) throws Exception {
    open();
    server.failures.add(new TinyForge.Failure(429, Map.of("Retry-After", "37")));
    server.failures.add(
        new TinyForge.Failure(
            403,
            Map.of(
                forge.limit + "Remaining",
                "0",
                forge.limit + "Reset",
                String.valueOf(NOW.plusSeconds(600).getEpochSecond()))));
    comment(forge).put(BRANCH, MARKER, MARKER);
    assertThat(pauses).containsExactly(Duration.ofSeconds(37), Duration.ofSeconds(601));
  }

  @ParameterizedTest
  @EnumSource
  void aRefusalIsNotTriedAgainAndDoesNotTellTheToken(Forge forge) {
    open();
    for (int status : new int[] {401, 403, 404}) {
      server.failures.add(new TinyForge.Failure(status, Map.of()));
      assertThatThrownBy(() -> comment(forge).put(BRANCH, MARKER, MARKER))
          .isInstanceOf(ForgeRefused.class)
          .hasMessageContaining("status " + status)
          .hasMessageNotContaining("s3cret");
    }
    assertThat(pauses).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void givesUpAForgeThatStaysAway(Forge forge) {
    for (int i = 0; i < 6; i++) {
      server.failures.add(new TinyForge.Failure(503, Map.of()));
    }
    assertThatThrownBy(() -> comment(forge).put(BRANCH, MARKER, MARKER))
        .isInstanceOf(ForgeBusy.class);
    assertThat(pauses).hasSize(5);
  }

  private TinyForge.Request open() {
    TinyForge.Request request = new TinyForge.Request(5, BRANCH, true);
    server.open(request);
    return request;
  }

  private StickyComment comment(Forge forge) {
    return new StickyComment(forge.at(server), pauses::add);
  }
}
