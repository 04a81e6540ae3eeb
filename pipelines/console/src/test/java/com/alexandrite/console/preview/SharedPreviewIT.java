package com.alexandrite.console.preview;

import static org.assertj.core.api.Assertions.assertThat;

import com.alexandrite.console.preview.share.OldLinks;
import com.alexandrite.preview.PreviewView;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SharedPreviewIT {
  @RegisterExtension static final PreviewConsole console = new PreviewConsole();

  private static final String ADDRESS = "http://console.localhost:8080";

  private final PreviewView rings = SamplePreviews.ready("rings", "rings", Instant.now());

  @BeforeEach
  void lay() {
    console.desk().lay(rings);
  }

  @Test
  void aLinkShowsThePageToAStrangerAndOffersNothingToPress() throws Exception {
    HttpResponse<String> page = console.stranger(share(24));

    assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
    assertThat(page.body())
        .contains("http://shop.rings.localhost:8080", "anna", "orders.gift_note")
        .doesNotContain("<form", "method=\"post\"", "/api/previews", "ask-delete", "data-log");
    assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
    assertThat(page.headers().allValues("Set-Cookie")).isEmpty();
    assertThat(console.stranger("/console/previews.css").statusCode()).isEqualTo(200);
    assertThat(console.stranger("/previews/rings").statusCode()).isNotEqualTo(200);
  }

  @Test
  void aLinkSaysWhenItEnds() throws Exception {
    JsonNode link = link(8);

    assertThat(Duration.between(Instant.now(), Instant.parse(link.path("expiresAt").asString())))
        .isBetween(Duration.ofMinutes(479), Duration.ofMinutes(480));
    assertThat(link.path("url").asString()).startsWith(ADDRESS + "/shared/");
  }

  @Test
  void anExpiredLinkSaysSo() throws Exception {
    Instant then = Instant.now().minus(Duration.ofHours(2));
    String link = OldLinks.made(then, rings, PreviewConsole.TOKEN, new ConsoleAddress(ADDRESS));

    HttpResponse<String> page = console.stranger(link.substring(ADDRESS.length()));

    assertThat(page.statusCode()).isEqualTo(410);
    assertThat(page.body()).contains("This link has expired", "rings");
  }

  @Test
  void aPreviewThatWasMadeAgainIsNotTheSharedOne() throws Exception {
    String path = share(24);
    console.desk().lay(SamplePreviews.ready("rings", "rings", Instant.now().plusSeconds(60)));
    assertThat(console.stranger(path).statusCode()).isEqualTo(403);

    console.desk().delete("rings", "rita");
    HttpResponse<String> page = console.stranger(path);
    assertThat(page.statusCode()).isEqualTo(403);
    assertThat(page.body()).contains("This preview is no longer there");
  }

  @Test
  void aLinkThatSomebodyWroteIsRefused() throws Exception {
    String token = share(24).substring("/shared/".length());
    String claim =
        new String(
            Base64.getUrlDecoder().decode(token.substring(0, token.indexOf('.'))),
            StandardCharsets.UTF_8);
    String longer =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString((claim + "0").getBytes(StandardCharsets.UTF_8));

    for (String forged :
        new String[] {
          longer + token.substring(token.indexOf('.')), token + "A", "nothing", "a.b", "%20."
        }) {
      HttpResponse<String> page = console.stranger("/shared/" + forged);
      assertThat(page.statusCode()).as(forged).isEqualTo(403);
      assertThat(page.body()).contains("This link is not valid");
    }
  }

  @Test
  void thePageMakesALinkToo() throws Exception {
    assertThat(console.form("/previews/rings/share", "hours=24").body())
        .contains(ADDRESS + "/shared/");
    assertThat(console.form("/previews/rings/share", "hours=500").statusCode()).isEqualTo(400);
  }

  private static String share(int hours) throws Exception {
    return link(hours).path("url").asString().substring(ADDRESS.length());
  }

  private static JsonNode link(int hours) throws Exception {
    String body = "{\"hours\":" + hours + "}";
    return JsonMapper.shared()
        .readTree(console.api("POST", "/api/previews/rings/share", body).body());
  }
}
