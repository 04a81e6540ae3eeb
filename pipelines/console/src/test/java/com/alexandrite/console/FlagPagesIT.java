package com.alexandrite.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.alexandrite.environment.testing.BackingServers;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The flag server in the console: its pages, its API, and the console's own tables beside it. */
class FlagPagesIT {
  @RegisterExtension static final BackingServers servers = BackingServers.postgres();
  @RegisterExtension static final BackingServers flags = BackingServers.postgres();

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private static ConsoleRig rig;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    rig =
        new ConsoleRig(
            folder,
            servers,
            Map.of(
                "alexandrite.flagserver.database.url", flags.jdbcUrl(),
                "alexandrite.flagserver.database.username", flags.databaseUser(),
                "alexandrite.flagserver.database.password", flags.databasePassword(),
                "alexandrite.flagserver.definitions", Path.of("../..").toAbsolutePath()));
  }

  @AfterAll
  static void stop() {
    rig.close();
  }

  private static HttpResponse<String> page(String method, String path, String form, String language)
      throws IOException, InterruptedException {
    return CLIENT.send(
        HttpRequest.newBuilder(rig.address().resolve(path))
            .header("Authorization", "Bearer " + ConsoleRig.TOKEN)
            .header("Accept", "text/html")
            .header("Accept-Language", language)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .method(method, HttpRequest.BodyPublishers.ofString(form))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static String read(String path, String language)
      throws IOException, InterruptedException {
    HttpResponse<String> answer = page("GET", path, "", language);
    assertThat(answer.statusCode()).as(path + ": " + answer.body()).isEqualTo(200);
    return answer.body();
  }

  @Test
  void everyFlagHasAPageInBothLanguages() throws Exception {
    JsonNode all = rig.get("/api/flags");
    assertThat(all.size()).isGreaterThan(11);
    for (String language : List.of("en", "ru")) {
      assertThat(read("/flags?environment=staging", language))
          .doesNotContain("??", "style=\"", "onclick=")
          .contains(all.get(0).path("key").asString());
      for (JsonNode flag : all) {
        assertThat(read("/flags/" + flag.path("key").asString(), language))
            .doesNotContain("??", "style=\"", "onclick=");
      }
    }
  }

  @Test
  void theListIsFilteredByItsAddress() throws Exception {
    String key = rig.get("/api/flags").get(0).path("key").asString();

    assertThat(read("/flags?q=" + key, "en")).contains("id=\"flag-" + key + "\"");
    assertThat(read("/flags?q=nothing-like-that", "en"))
        .contains("No flag matches these filters.")
        .doesNotContain("id=\"flag-" + key + "\"");
  }

  @Test
  void aKillFromThePageIsInTheHistoryAndCanBeUndone() throws Exception {
    String flag = "/flags/order-intake";
    HttpResponse<String> on =
        page("POST", flag + "/actions/on", "environment=local&reason=begin", "en");
    assertThat(on.statusCode()).as(on.body()).isEqualTo(302);
    HttpResponse<String> killed =
        page("POST", flag + "/actions/share", "environment=local&percent=35&reason=some", "en");
    assertThat(killed.headers().firstValue("Location"))
        .hasValueSatisfying(to -> assertThat(to).endsWith("environment=local&end=done"));
    page("POST", flag + "/actions/kill", "environment=local&reason=they+complain", "en");

    assertThat(read(flag, "en")).contains("they complain", "It is switched off");
    long change =
        rig.get("/api/flag-changes?environment=local&flag=order-intake").get(0).path("id").asLong();
    page(
        "POST",
        flag + "/actions/undo",
        "environment=local&reason=it+was+not+that&change=" + change,
        "en");
    assertThat(rig.get("/api/flags/order-intake/environments/local").path("percent").asDouble())
        .isEqualTo(35);
  }

  @Test
  void rulesAreTriedBeforeTheyAreSaved() throws Exception {
    String rule =
        "environment=local&enabled=true&rule=0&r0-segment=&r0-percent=100&r0-attribute=role"
            + "&r0-operator=IN&r0-values=customer,+seller&r0-variant=off&r0-weight=0&r0-variant=on"
            + "&r0-weight=1&who=anna&traits=role%3Dcustomer";
    HttpResponse<String> tried = page("POST", "/flags/order-intake/why", rule, "en");
    assertThat(tried.body()).contains("anna", "Rule 1 decides");

    HttpResponse<String> saved =
        page("POST", "/flags/order-intake/actions/rules", rule + "&reason=sellers+too", "en");
    assertThat(saved.statusCode()).as(saved.body()).isEqualTo(302);
    assertThat(
            rig.get("/api/flags/order-intake/environments/local")
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
        page(
            "POST",
            "/flags/order-intake/actions/share",
            "environment=local&percent=500&reason=x",
            "en");
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("A share is 0 to 100 percent");
    assertThat(page("GET", "/flags/nothing", "", "en").statusCode()).isEqualTo(404);
    assertThat(page("GET", "/flags?environment=mars", "", "en").statusCode()).isEqualTo(404);
  }

  @Test
  void theFlagApiIsDescribedBesideTheConsoles() throws Exception {
    assertThat(rig.get("/api/openapi").path("paths").propertyNames())
        .contains("/api/rollouts", "/api/flags", "/api/flags/{key}/environments/{environment}/kill")
        .contains("/api/v1/environment-document");
  }
}
