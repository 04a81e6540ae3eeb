package com.alexandrite.console.preview;

import static org.assertj.core.api.Assertions.assertThat;

import com.alexandrite.preview.Phase;
import com.alexandrite.preview.PreviewView;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PreviewPagesIT {
  @RegisterExtension static final PreviewConsole console = new PreviewConsole();

  @ParameterizedTest
  @ValueSource(strings = {"en", "ru"})
  void theListAndEveryPreviewHaveAPage(String language) throws Exception {
    List<PreviewView> all = SamplePreviews.all(Instant.now());
    all.forEach(console.desk()::lay);

    HttpResponse<String> list = console.page("/previews", language);
    assertThat(list.body())
        .doesNotContain("??", "style=\"", "onclick=")
        .contains("feature-rings", "fix/cart", "href=\"http://shop.feature-rings.localhost:8080\"");
    for (PreviewView view : all) {
      HttpResponse<String> page = console.page("/previews/" + view.name(), language);
      assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
      assertThat(page.body()).doesNotContain("??", "style=\"", "onclick=").contains(view.name());
    }
  }

  @ParameterizedTest
  @EnumSource(Phase.class)
  void everyPhaseIsSaidInWordsAndUnderWayAsSteps(Phase phase) throws Exception {
    console.desk().lay(SamplePreviews.of("rings", "rings", phase, "", null, Instant.now()));
    boolean steps =
        List.of(Phase.QUEUED, Phase.BUILDING, Phase.PREPARING, Phase.STARTING, Phase.WAKING)
            .contains(phase);

    assertThat(console.page("/previews/rings", "en").body())
        .contains("data-state=\"" + phase + "\"")
        .satisfies(page -> assertThat(page.contains("pv-way")).isEqualTo(steps));
  }

  @Test
  void withNoPreviewTheListSaysWhatToDo() throws Exception {
    assertThat(console.page("/previews", "en").body())
        .contains("No preview yet", "./alexandrite preview create", "<option value=\"fix/cart\">");
  }

  @Test
  void aBranchBecomesAPreviewAndItsPageFollows() throws Exception {
    HttpResponse<String> made =
        console.form("/previews", "branches=feature%2Frings+fix%2Fcart&depth=full");

    assertThat(made.statusCode()).as(made.body()).isEqualTo(302);
    assertThat(made.headers().firstValue("Location"))
        .hasValue("/previews/feature-rings-and-fix-cart");
    assertThat(console.desk().asked())
        .containsExactly("create feature/rings + fix/cart FULL by command line");
  }

  @Test
  void aRefusalKeepsWhatWasEntered() throws Exception {
    HttpResponse<String> refused = console.form("/previews", "branches=nothing&depth=");

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body())
        .contains("There is no branch nothing.", "Push it first.", "value=\"nothing\"");
    assertThat(console.form("/previews", "branches=+&depth=").statusCode()).isEqualTo(400);
    assertThat(console.form("/previews", "branches=rings&depth=deep").statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"wake", "reset", "pin", "unpin", "again", "delete"})
  void eachButtonDoesWhatItSays(String action) throws Exception {
    console.desk().lay(SamplePreviews.ready("rings", "rings", Instant.now()));

    HttpResponse<String> done = console.form("/previews/rings/actions/" + action, "");

    assertThat(done.statusCode()).as(done.body()).isEqualTo(302);
    assertThat(console.desk().asked())
        .first()
        .asString()
        .startsWith(
            switch (action) {
              case "wake" -> "visited rings/shop";
              case "pin" -> "pin rings true";
              case "unpin" -> "pin rings false";
              case "again" -> "create rings";
              default -> action + " rings";
            });
  }

  @Test
  void anOpenPageOfARemovedPreviewSaysSo() throws Exception {
    HttpResponse<String> live = console.live("/previews/rings");

    assertThat(live.statusCode()).isEqualTo(200);
    assertThat(live.body()).contains("Preview rings was removed").doesNotContain("<html");
    assertThat(console.page("/previews/rings", "en").statusCode()).isEqualTo(404);
  }
}
