package com.alexandrite.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** The flag server in the console: its pages, its API, and the console's own tables beside it. */
class FlagPagesIT {
  @RegisterExtension static final FlagConsole console = new FlagConsole();

  @Test
  void everyFlagHasAPageInBothLanguages() throws Exception {
    JsonNode all = console.rig().get("/api/flags");
    assertThat(all.size()).isGreaterThan(11);
    for (String language : List.of("en", "ru")) {
      assertThat(console.read("/flags?environment=staging", language))
          .doesNotContain("??", "style=\"", "onclick=")
          .contains(all.get(0).path("key").asString());
      for (JsonNode flag : all) {
        assertThat(console.read("/flags/" + flag.path("key").asString(), language))
            .doesNotContain("??", "style=\"", "onclick=");
      }
    }
  }

  @Test
  void theListIsFilteredByItsAddress() throws Exception {
    String key = console.rig().get("/api/flags").get(0).path("key").asString();

    assertThat(console.read("/flags?q=" + key, "en")).contains("id=\"flag-" + key + "\"");
    assertThat(console.read("/flags?q=nothing-like-that", "en"))
        .contains("No flag matches these filters.")
        .doesNotContain("id=\"flag-" + key + "\"");
  }

  @Test
  void aKillFromThePageIsInTheHistoryAndCanBeUndone() throws Exception {
    String flag = "/flags/order-intake";
    HttpResponse<String> on =
        console.page("POST", flag + "/actions/on", "environment=local&reason=begin", "en");
    assertThat(on.statusCode()).as(on.body()).isEqualTo(302);
    HttpResponse<String> killed =
        console.page(
            "POST", flag + "/actions/share", "environment=local&percent=35&reason=some", "en");
    assertThat(killed.headers().firstValue("Location"))
        .hasValueSatisfying(to -> assertThat(to).endsWith("environment=local&end=done"));
    console.page("POST", flag + "/actions/kill", "environment=local&reason=they+complain", "en");

    assertThat(console.read(flag, "en")).contains("they complain", "It is switched off");
    long change =
        console
            .rig()
            .get("/api/flag-changes?environment=local&flag=order-intake")
            .get(0)
            .path("id")
            .asLong();
    console.page(
        "POST",
        flag + "/actions/undo",
        "environment=local&reason=it+was+not+that&change=" + change,
        "en");
    assertThat(
            console
                .rig()
                .get("/api/flags/order-intake/environments/local")
                .path("percent")
                .asDouble())
        .isEqualTo(35);
  }

  @Test
  void rulesAreTriedBeforeTheyAreSaved() throws Exception {
    String rule =
        "environment=local&enabled=true&rule=0&r0-segment=&r0-percent=100&r0-attribute=role"
            + "&r0-operator=IN&r0-values=customer,+seller&r0-variant=off&r0-weight=0&r0-variant=on"
            + "&r0-weight=1&who=anna&traits=role%3Dcustomer";
    HttpResponse<String> tried = console.page("POST", "/flags/order-intake/why", rule, "en");
    assertThat(tried.body()).contains("anna", "Rule 1 decides");

    HttpResponse<String> saved =
        console.page(
            "POST", "/flags/order-intake/actions/rules", rule + "&reason=sellers+too", "en");
    assertThat(saved.statusCode()).as(saved.body()).isEqualTo(302);
    assertThat(
            console
                .rig()
                .get("/api/flags/order-intake/environments/local")
                .path("rules")
                .get(0)
                .path("conditions")
                .get(0)
                .path("values"))
        .hasSize(2);
  }

  @Test
  void whatIsWrongIsSaidOnThePage() throws Exception {
    HttpResponse<String> refused =
        console.page(
            "POST",
            "/flags/order-intake/actions/share",
            "environment=local&percent=500&reason=x",
            "en");
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("A share is 0 to 100 percent");
    assertThat(console.page("GET", "/flags/nothing", "", "en").statusCode()).isEqualTo(404);
    assertThat(console.page("GET", "/flags?environment=mars", "", "en").statusCode())
        .isEqualTo(404);
  }

  @Test
  void whatAServiceAnsweredIsCountedByVariant() throws Exception {
    String place = "counted";
    console.rig().post("/api/flag-environments", Map.of("name", place, "from", "local"), 201);
    String environment = "/api/flags/order-intake/environments/" + place;
    JsonNode off = console.rig().post(environment + "/kill", Map.of("reason", "closed"), 200);
    try (CountingService service = CountingService.of(console.rig(), place)) {
      service.answer(off.path("version").asLong(), false, 3);
      JsonNode on =
          console.rig().post(environment + "/share", Map.of("percent", 100, "reason", "open"), 200);
      service.answer(on.path("version").asLong(), true, 2);

      await()
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(() ->
              assertThat(counts(console.rig().get(environment + "/evaluations")))
                  .isEqualTo(Map.of("off", 3L, "on", 2L)));
    }
    assertThat(console.read("/flags/order-intake?environment=" + place, "en"))
        .contains("5 answers in the last 24 hours.");
  }

  private static Map<String, Long> counts(JsonNode points) {
    return points
        .valueStream()
        .collect(
            Collectors.toMap(
                one -> one.path("variant").asString(),
                one -> one.path("count").asLong(),
                Long::sum));
  }

  @Test
  void theFlagApiIsDescribedBesideTheConsoles() throws Exception {
    assertThat(console.rig().get("/api/openapi").path("paths").propertyNames())
        .contains("/api/rollouts", "/api/flags", "/api/flags/{key}/environments/{environment}/kill")
        .contains("/api/v1/environment-document");
  }
}
