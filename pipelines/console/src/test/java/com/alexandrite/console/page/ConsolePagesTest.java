package com.alexandrite.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.alexandrite.console.view.ActionRequest;
import com.alexandrite.console.view.AuditEntry;
import com.alexandrite.console.view.GroupView;
import com.alexandrite.console.view.RolloutDetail;
import com.alexandrite.console.words.CauseWords;
import com.alexandrite.console.words.Explanation;
import com.alexandrite.console.words.Numbers;
import com.alexandrite.console.words.SafeguardWords;
import com.alexandrite.console.words.Sentences;
import com.alexandrite.console.words.StepWords;
import com.alexandrite.kit.look.LookAutoConfiguration;
import java.security.Principal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The console's pages over a desk that is laid by hand. */
@WebMvcTest
@ImportAutoConfiguration(LookAutoConfiguration.class)
class ConsolePagesTest {

  private static final Instant NOW = Instant.parse("2026-11-22T06:00:00Z");
  private static final Samples SAMPLES = new Samples(NOW);
  private static final Principal RITA = () -> "rita";

  @Autowired private MockMvcTester pages;
  @Autowired private SampleDesk desk;
  @Autowired private SampleGroups groups;

  @BeforeEach
  void nothingOnTheDesk() {
    desk.lay(null, List.of());
    groups.lay(null);
  }

  static Stream<RolloutDetail> moments() {
    return Stream.of(
        SAMPLES.healthy(),
        SAMPLES.running(),
        SAMPLES.paused(),
        SAMPLES.held(),
        SAMPLES.rolledBack(),
        SAMPLES.withoutData(),
        SAMPLES.frozen(),
        SAMPLES.baking());
  }

  @ParameterizedTest
  @MethodSource("moments")
  void showsARolloutAtEveryMomentInBothLanguages(RolloutDetail rollout) {
    desk.lay(rollout, rollout.history());
    for (String language : List.of("en", "ru")) {
      for (String page : List.of("/", "/rollouts/shop", "/releases", "/audit")) {
        assertThat(pages.get().uri(page).header(HttpHeaders.ACCEPT_LANGUAGE, language))
            .as(page + " in " + language)
            .hasStatusOk()
            .bodyText()
            .doesNotContain("??", "style=\"", "onclick=");
      }
    }
  }

  @Test
  void saysWhatToDoWhenThereIsNoRollout() {
    assertThat(pages.get().uri("/")).bodyText().contains("No rollout yet", "./alexandrite up");
    assertThat(pages.get().uri("/releases")).bodyText().contains("./alexandrite release shop");
  }

  @Test
  void tellsWhyAReleaseWasRolledBack() {
    desk.lay(SAMPLES.rolledBack(), List.of());
    assertThat(pages.get().uri("/rollouts/shop"))
        .bodyText()
        .contains(
            "Version 42 was rolled back 11.4 s after its first request.",
            "Error rate was worse than allowed in 2 of 3 looks; one is allowed.",
            "At worst it was 25.34 %, allowed is at most 5 %.",
            "failureLimit (1)",
            "/api/rollouts/shop/series",
            "Version 42 fails 25.29 % of its requests, 25.26 points more than version 41.");
  }

  @Test
  void neverShowsTheEnginesEnglishAsTheReason() {
    RolloutDetail rolledBack = SAMPLES.rolledBack();
    desk.lay(rolledBack, rolledBack.history());
    assertThat(pages.get().uri("/rollouts/shop").header(HttpHeaders.ACCEPT_LANGUAGE, "ru"))
        .bodyText()
        .contains("Доля ошибок: хуже допустимого в 2 из 3 замеров, допускается 1.")
        .doesNotContain(">Metric ", ">RolloutAborted: Rollout aborted update to revision 7</td>");
    for (String page : List.of("/", "/releases")) {
      assertThat(pages.get().uri(page).header(HttpHeaders.ACCEPT_LANGUAGE, "ru"))
          .bodyText()
          .contains("хуже допустимого в 2 из 3 замеров")
          .doesNotContain(">Metric ", ">RolloutAborted");
    }
  }

  @Test
  void saysWhatASafeguardWaitsFor() {
    desk.lay(SAMPLES.withoutData(), List.of());
    assertThat(pages.get().uri("/rollouts/shop"))
        .bodyText()
        .contains(
            "It waits for metric data and goes on by itself",
            "Without data it goes back at 2026-11-22 06:29 UTC.",
            "Version 42 goes on in spite of what holds it");
    desk.lay(SAMPLES.frozen(), List.of());
    assertThat(pages.get().uri("/rollouts/shop"))
        .bodyText()
        .contains("A freeze window keeps it here until 2026-11-23 07:00 UTC: Fri 16:00");
    desk.lay(SAMPLES.baking(), List.of());
    assertThat(pages.get().uri("/rollouts/shop"))
        .bodyText()
        .contains(
            "It is watched until 2026-11-22 06:10 UTC and undone by itself",
            "watches the version after its promotion",
            "action=\"/rollouts/shop/actions/accept\"");
  }

  @Test
  void asksBeforeAnAbortWithTheConsequenceInNumbers() {
    desk.lay(SAMPLES.running(), List.of());
    assertThat(pages.get().uri("/rollouts/shop"))
        .bodyText()
        .contains("Returns 20 % of requests from version 42 to version 41 at once.")
        .contains("action=\"/rollouts/shop/actions/abort\"");
  }

  @Test
  void answersLiveRequestsWithTheChangingPartOnly() {
    desk.lay(SAMPLES.running(), List.of());
    assertThat(pages.get().uri("/rollouts/shop").header("HX-Request", "true"))
        .hasStatusOk()
        .bodyText()
        .contains("Since the release began")
        .doesNotContain("<html", "<main");
  }

  @Test
  void passesAnActionOnWithWhoAndWhy() {
    desk.lay(SAMPLES.running(), List.of());
    assertThat(
            pages
                .post()
                .uri("/rollouts/shop/actions/abort")
                .principal(RITA)
                .param("reason", " customers complain "))
        .hasStatus3xxRedirection()
        .hasRedirectedUrl("/rollouts/shop?done=abort");
    assertThat(desk.asked())
        .containsExactly(
            new ActionRequest("shop", "abort", null, null, "rita", "customers complain"));
  }

  @Test
  void offersWhatIsRightInTheRolloutsState() {
    desk.lay(SAMPLES.healthy(), List.of());
    assertThat(pages.get().uri("/rollouts/shop"))
        .bodyText()
        .contains("data-dialog=\"ask-pause\">", "data-dialog=\"ask-restart\">")
        .contains(
            "data-dialog=\"ask-skip-step\" disabled=\"disabled\">", "value=\"alexandrite/shop:40\"")
        .contains("All 2 processes are replaced by others")
        .doesNotContain("ask-resume", "ask-abort", "actions/skip-step");
    desk.lay(SAMPLES.held(), List.of());
    assertThat(pages.get().uri("/rollouts/shop"))
        .bodyText()
        .contains("class=\"button primary\" data-dialog=\"ask-resume\"")
        .contains("data-dialog=\"ask-pause\" disabled=\"disabled\">", "Step 3 of 4 ends now")
        .contains("actions/resume", "actions/skip-step", "actions/restart", "actions/set-image")
        .doesNotContain("actions/pause");
  }

  @Test
  void emphasisesPromotingOnlyWhereNothingGoesOnWithout() {
    desk.lay(SAMPLES.paused(), List.of());
    assertThat(pages.get().uri("/rollouts/shop"))
        .bodyText()
        .contains("class=\"button primary\" data-dialog=\"ask-promote\"");
    desk.lay(SAMPLES.running(), List.of());
    assertThat(pages.get().uri("/rollouts/shop"))
        .bodyText()
        .contains("class=\"button\" data-dialog=\"ask-promote\"");
  }

  @Test
  void passesTheImageOn() {
    desk.lay(SAMPLES.healthy(), List.of());
    assertThat(
            pages
                .post()
                .uri("/rollouts/shop/actions/set-image")
                .principal(RITA)
                .param("reason", "the fix")
                .param("image", "alexandrite/shop:43"))
        .hasRedirectedUrl("/rollouts/shop?done=set-image");
    assertThat(desk.asked())
        .containsExactly(
            new ActionRequest("shop", "set-image", null, "alexandrite/shop:43", "rita", "the fix"));
  }

  @Test
  void saysWhyAnActionWasRefused() {
    desk.lay(SAMPLES.healthy(), List.of());
    desk.refuse("Nothing is on its way.", "Start a release first.");
    assertThat(
            pages
                .post()
                .uri("/rollouts/shop/actions/promote")
                .principal(RITA)
                .param("reason", "now"))
        .hasStatus(HttpStatus.CONFLICT)
        .bodyText()
        .contains("Nothing is on its way.", "Start a release first.");
  }

  static Stream<GroupView.Release> groupMoments() {
    var failed = new GroupView.Cause("FAILED", "shop", "RolloutAborted");
    return Stream.of(
        SampleGroups.release("RUNNING", null, "PROMOTED", "PROMOTED", "ORDERED", "RUNNING"),
        SampleGroups.release("PROMOTED", null, "PROMOTED", "PROMOTED", "PROMOTED", "PROMOTED"),
        SampleGroups.release("GOING_BACK", failed, "PROMOTED", "UNDOING", "UNDONE", "ABORTED"),
        SampleGroups.release("ROLLED_BACK", failed, "UNDONE", "ABORTED", "SKIPPED", "SKIPPED"),
        SampleGroups.release("FAILED", failed, "UNDONE", "LEFT", "ABORTED", "SKIPPED"));
  }

  @ParameterizedTest
  @MethodSource("groupMoments")
  void showsAGroupAtEveryMomentInBothLanguages(GroupView.Release release) {
    desk.lay(SAMPLES.running(), List.of());
    groups.lay(release);
    for (String language : List.of("en", "ru")) {
      for (String page : List.of("/groups", "/", "/rollouts/shop", "/releases")) {
        assertThat(pages.get().uri(page).header(HttpHeaders.ACCEPT_LANGUAGE, language))
            .as(page + " in " + language)
            .hasStatusOk()
            .bodyText()
            .contains(page.equals("/") || page.startsWith("/r") ? "/groups" : "product")
            .doesNotContain("??", "style=\"", "onclick=");
      }
    }
  }

  @Test
  void saysWhatAMemberWaitsForAndWhatIsWrong() {
    groups.lay(SampleGroups.release("RUNNING", null, "PROMOTED", "WAITING", "WAITING", "WAITING"));
    assertThat(pages.get().uri("/groups"))
        .bodyText()
        .contains(
            "Begins after the promotion of pricing-worker.",
            "Begins when pricing-worker has passed step 2.",
            "rita stopped it: “enough”",
            "groups/other.yaml:7: spec.members is missing",
            "All 4 members go back",
            "action=\"/groups/product/abort\"");
    groups.lay(null);
    assertThat(pages.get().uri("/groups"))
        .bodyText()
        .contains("./alexandrite release --group product")
        .doesNotContain("action=\"/groups");
  }

  @Test
  void stopsAGroupForAPersonWithAReason() {
    groups.lay(SampleGroups.release("RUNNING", null, "RUNNING"));
    assertThat(
            pages.post().uri("/groups/product/abort").principal(RITA).param("reason", " enough "))
        .hasRedirectedUrl("/groups?done");
    assertThat(groups.stopped()).containsExactly("product rita enough");
    groups.lay(null);
    assertThat(pages.post().uri("/groups/product/abort").principal(RITA).param("reason", "now"))
        .hasStatus(HttpStatus.CONFLICT)
        .bodyText()
        .contains("No release of this group goes forward.");
  }

  @Test
  void findsReleasesByOutcomeAndWords() {
    desk.lay(
        null,
        List.of(
            SAMPLES.release(41, "Promoted", null), SAMPLES.release(40, "RolledBack", "errors")));
    assertThat(pages.get().uri("/releases?outcome=RolledBack"))
        .bodyText()
        .contains("shop 39 → 40", "1 of 2")
        .doesNotContain("shop 40 → 41");
    assertThat(pages.get().uri("/releases?q=worse than allowed"))
        .bodyText()
        .contains("shop 39 → 40", "1 of 2");
    assertThat(pages.get().uri("/releases?q=nobody")).bodyText().contains("Nothing matches");
  }

  @Test
  void listsWhatPeopleDid() {
    desk.audit(
        List.of(
            new AuditEntry(NOW, "rita", "abort", "shop 41 → 42", "too many errors", "20 % back")));
    assertThat(pages.get().uri("/audit")).bodyText().contains("rita", "too many errors");
  }

  @SpringBootConfiguration(proxyBeanMethods = false)
  @Import({
    ConsoleSite.class,
    HomePage.class,
    RolloutPage.class,
    HistoryPage.class,
    PageWords.class,
    GroupsPage.class,
    GroupHints.class,
    Sentences.class,
    Numbers.class,
    CauseWords.class,
    SafeguardWords.class,
    StepWords.class,
    Explanation.class
  })
  static class Application {

    @Bean
    SampleDesk desk() {
      return new SampleDesk();
    }

    @Bean
    SampleGroups groups() {
      return new SampleGroups();
    }

    @Bean
    InstantSource clock() {
      return InstantSource.fixed(NOW);
    }
  }
}
