package com.alexandrite.flags.togglz;

import static com.alexandrite.flags.testing.contract.ContractFlags.document;
import static com.alexandrite.flags.testing.contract.ContractFlags.grown;
import static com.alexandrite.flags.testing.contract.ContractFlags.killed;
import static com.alexandrite.flags.testing.contract.ContractFlags.layered;
import static org.assertj.core.api.Assertions.assertThat;

import com.alexandrite.environment.testing.BackingServers;
import com.alexandrite.flags.FlagDocument;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Togglz's console and actuator behind a service's security. */
@SpringBootTest(
    classes = SmallService.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "alexandrite.flags.provider=togglz",
      "alexandrite.flags.environment=staging",
      "management.endpoints.web.exposure.include=togglz",
      "spring.thymeleaf.check-template-location=false"
    })
class TogglzConsoleIT {
  @RegisterExtension static final BackingServers servers = BackingServers.postgres();

  private static final AtomicLong VERSIONS = new AtomicLong();
  private static final Pattern FIELD =
      Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

  private final HttpClient http =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

  @DynamicPropertySource
  static void properties(DynamicPropertyRegistry registry) {
    servers.springProperties().forEach((key, value) -> registry.add(key, () -> value));
  }

  private final TogglzProvider provider;
  private final int port;

  TogglzConsoleIT(@Autowired TogglzProvider provider, @LocalServerPort int port) {
    this.provider = provider;
    this.port = port;
  }

  /** What was changed here would outlive a push. */
  @BeforeEach
  void beginAnew() throws IOException {
    provider.read();
    JdbcClient.create(ServiceProcess.database(servers)).sql("delete from flag_documents").update();
    provider.pushed(document(VERSIONS.incrementAndGet(), grown(2_500), layered()));
  }

  private HttpResponse<String> send(String account, String path, HttpRequest.Builder request)
      throws IOException, InterruptedException {
    request.uri(URI.create("http://127.0.0.1:" + port + path));
    if (!account.isEmpty()) {
      String basic = account + ":secret";
      byte[] bytes = basic.getBytes(StandardCharsets.UTF_8);
      request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(bytes));
    }
    return http.send(request.build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> get(String account, String path)
      throws IOException, InterruptedException {
    return send(account, path, HttpRequest.newBuilder().GET());
  }

  private HttpResponse<String> post(String account, String path, String type, String body)
      throws IOException, InterruptedException {
    return send(
        account,
        path,
        HttpRequest.newBuilder().header("Content-Type", type).POST(BodyPublishers.ofString(body)));
  }

  private HttpResponse<String> submit(String account, List<String> fields)
      throws IOException, InterruptedException {
    String form = String.join("&", fields);
    return post(account, "/togglz-console/edit", "application/x-www-form-urlencoded", form);
  }

  /** The hidden fields of the first form for the flag, as a browser would send them. */
  private static List<String> toggle(String page, String key) {
    int flag = page.indexOf("name=\"f\" value=\"" + key + "\"");
    int begin = page.lastIndexOf("<form", flag);
    Matcher field = FIELD.matcher(page.substring(begin, page.indexOf("</form>", flag)));
    List<String> fields = new ArrayList<>();
    while (field.find()) {
      fields.add(encoded(field.group(1)) + "=" + encoded(field.group(2)));
    }
    return fields;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private FlagDocument inForce() throws IOException {
    return provider.read();
  }

  @Test
  void isForStaffOnly() throws Exception {
    assertThat(get("", "/togglz-console/index").statusCode()).isEqualTo(401);
    assertThat(get("anna", "/togglz-console/index").statusCode()).isEqualTo(403);
    HttpResponse<String> page = get("sergey", "/togglz-console/index");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("Growing", "release", "Rules on our buckets")
        .containsPattern("Owner[^a-z]*(<[^>]*>\\s*)*studio");
    assertThat(submit("anna", List.of("f=growing")).statusCode()).isEqualTo(403);
    assertThat(inForce().flags()).contains(grown(2_500));
  }

  @Test
  void keepsTheRulesWhenSomebodyClicksDisable() throws Exception {
    List<String> fields = toggle(get("sergey", "/togglz-console/index").body(), "limit");
    assertThat(submit("sergey", fields).statusCode()).isEqualTo(302);
    assertThat(inForce().flags()).containsExactly(grown(2_500), killed(layered()));

    List<String> back = toggle(get("sergey", "/togglz-console/index").body(), "limit");
    assertThat(submit("sergey", back).statusCode()).isEqualTo(302);
    assertThat(inForce().flags()).containsExactly(grown(2_500), layered());
  }

  @Test
  void refusesAFormFromAnotherSite() throws Exception {
    List<String> fields = toggle(get("sergey", "/togglz-console/index").body(), "growing");
    List<String> forged = fields.stream().filter(it -> !it.startsWith("_csrf")).toList();
    assertThat(forged).hasSizeLessThan(fields.size());

    assertThat(submit("sergey", forged).statusCode()).isEqualTo(403);
    assertThat(inForce().flags()).contains(grown(2_500));
  }

  @Test
  void refusesRulesThatAreNone() throws Exception {
    List<String> fields = toggle(get("sergey", "/togglz-console/index").body(), "growing");
    List<String> broken =
        fields.stream().map(it -> it.startsWith("p1=") ? "p1=%5B%7B%7D%5D" : it).toList();

    HttpResponse<String> answer = submit("sergey", broken);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("Please enter a valid value for: Rules");
    assertThat(inForce().flags()).contains(grown(2_500));
  }

  @Test
  void keepsTheRulesWhenTheActuatorDisables() throws Exception {
    String csrf = csrf();
    HttpResponse<String> answer =
        send(
            "sergey",
            "/actuator/togglz/growing",
            HttpRequest.newBuilder()
                .header("Content-Type", "application/json")
                .header("X-XSRF-TOKEN", csrf)
                .POST(BodyPublishers.ofString("{\"enabled\": false}")));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(inForce().flags()).containsExactly(killed(grown(2_500)), layered());
    assertThat(get("", "/actuator/togglz").statusCode()).isEqualTo(401);
    assertThat(get("sergey", "/actuator/togglz").body()).contains("\"growing\"");
  }

  /** The masked token of a form. */
  private String csrf() throws Exception {
    return toggle(get("sergey", "/togglz-console/index").body(), "growing").stream()
        .filter(it -> it.startsWith("_csrf="))
        .findFirst()
        .orElseThrow()
        .substring("_csrf=".length())
        .replace("%3D", "=");
  }
}
