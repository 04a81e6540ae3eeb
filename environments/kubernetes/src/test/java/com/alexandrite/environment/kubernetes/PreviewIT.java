package com.alexandrite.environment.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.alexandrite.preview.PreviewName;
import com.alexandrite.preview.Space;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** From a pull request to the objects of its preview, by way of the ApplicationSets. */
class PreviewIT {

  private static final String INSTALLATION = "c0de";
  private static final PullRequest RINGS =
      new PullRequest(
          17,
          "feature/Rings_\"2\"",
          "0123456789abcdef0123456789abcdef01234567",
          List.of("preview", "preview:shop", "preview:pricing-worker"));
  // A name, a revision and a short revision that YAML would take for numbers.
  private static final PullRequest NUMBERS =
      new PullRequest(
          18, "007", "1234567e12345678901234567890123456789012", List.of("preview", "preview:crm"));

  private static final List<Manifest> services = new ArrayList<>();
  private static final List<Manifest> others = new ArrayList<>();
  private static final List<Manifest> space = new ArrayList<>();

  private static final PreviewName name = PreviewName.of(List.of(RINGS.branch()));
  private static final Space names = new Space(INSTALLATION, name, "unused");

  @BeforeAll
  static void render() throws IOException {
    List<Manifest> previews =
        ApplicationSet.named("previews").applications(List.of(RINGS, NUMBERS));
    services.addAll(Synchronisation.of(previews.getFirst()));
    others.addAll(Synchronisation.of(previews.getLast()));
    space.addAll(
        Synchronisation.of(
            ApplicationSet.named("preview-spaces").applications(List.of(RINGS)).getFirst()));
  }

  @Test
  void everything_fits_the_schemas() throws IOException {
    List<Manifest> all = new ArrayList<>();
    for (String set : List.of("previews", "preview-spaces")) {
      List<Manifest> applications = ApplicationSet.named(set).applications(List.of(RINGS, NUMBERS));
      all.addAll(applications);
      for (Manifest application : applications) {
        all.addAll(Synchronisation.of(application));
      }
    }

    assertThat(Manifest.mistakes(all)).isEmpty();
  }

  @Test
  void names_are_those_of_one_machine() {
    for (String service : Services.ALL) {
      Map<String, String> variables = Manifest.data(services, service);
      assertThat(variables)
          .containsEntry("ALEXANDRITE_PREVIEW_NAME", name.value())
          .containsEntry("ALEXANDRITE_PREVIEW_BRANCH", RINGS.branch())
          .containsEntry("ALEXANDRITE_FLAGS_ENVIRONMENT", names.flagEnvironment())
          .containsEntry("ALEXANDRITE_FLAGS_BROKER_USERNAME", names.vhost())
          .containsEntry("SPRING_RABBITMQ_VIRTUAL_HOST", names.vhost())
          .containsEntry("SPRING_RABBITMQ_USERNAME", names.vhost())
          .containsEntry("ALEXANDRITE_S3_PREFIX", names.objectPrefix())
          .containsEntry("ALEXANDRITE_REDIS_PREFIX", names.redisPrefix())
          .containsEntry("SPRING_DATASOURCE_USERNAME", database(service));
      assertThat(variables.get("SPRING_DATASOURCE_URL")).endsWith("/" + database(service));
    }
  }

  @Test
  void addresses_are_those_that_the_services_call_their_own() {
    for (String site : List.of("shop", "crm", "mes")) {
      String host = site + "." + name + ".preview.alexandrite.example";
      assertThat(hosts(services, site)).contains(host);
      assertThat(Manifest.data(services, "crm"))
          .containsEntry("ALEXANDRITE_PUBLIC_URLS_" + Services.upper(site), "https://" + host);
      assertThat(
              Manifest.one(services, "HTTPRoute", site)
                  .json()
                  .at("/spec/rules/0/filters/0/requestHeaderModifier/set/0/value")
                  .asString())
          .isEqualTo("preview=" + name);
    }
    assertThat(hosts(services, "shop")).contains("api." + name + ".preview.alexandrite.example");
  }

  @Test
  void a_request_to_the_baseline_with_the_name_as_baggage_is_meant_for_it() throws IOException {
    List<Manifest> staging = Manifest.rendered("overlays/staging");
    for (String site : List.of("shop", "crm", "mes")) {
      assertThat(hosts(services, site + "-tagged")).isEqualTo(hosts(staging, site));
      String pattern =
          Manifest.one(services, "HTTPRoute", site + "-tagged")
              .json()
              .at("/spec/rules/0/matches/0/headers/0/value")
              .asString();
      assertThat("preview=" + name).matches(pattern);
      assertThat("user=7, preview=" + name + ";ttl=3,other=1").matches(pattern);
      assertThat("preview=" + name + "-2").doesNotMatch(pattern);
      assertThat("notpreview=" + name).doesNotMatch(pattern);
      assertThat("preview=" + name.value().substring(1)).doesNotMatch(pattern);
    }
  }

  @Test
  void what_the_branch_did_not_change_is_the_baselines() {
    assertThat(origin("shop")).containsExactly("branch", RINGS.revision(), RINGS.revision());
    assertThat(origin("pricing-worker"))
        .containsExactly("branch", RINGS.revision(), RINGS.revision());
    assertThat(origin("crm")).containsExactly("baseline", "baseline", "baseline");
    assertThat(origin("mes")).containsExactly("baseline", "baseline", "baseline");
  }

  /** Its origin, its revision, and the tag of its image. */
  private static List<String> origin(String service) {
    Map<String, String> variables = Manifest.data(services, service);
    String image =
        Manifest.workload(services, service)
            .json()
            .at("/spec/template/spec/containers/0/image")
            .asString();
    return List.of(
        variables.get("ALEXANDRITE_PREVIEW_ORIGIN"),
        variables.get("ALEXANDRITE_PREVIEW_REVISION"),
        image.substring(image.indexOf(':') + 1));
  }

  @Test
  void nothing_is_outside_its_own_namespace_and_the_rollout_knows_it() {
    assertThat(services).extracting(Manifest::namespace).containsOnly("preview-" + name);
    for (String site : List.of("shop", "crm", "mes")) {
      assertThat(
              Manifest.one(services, "Rollout", site)
                  .json()
                  .at("/spec/strategy/canary/trafficRouting/plugins")
                  .path("argoproj-labs/gatewayAPI")
                  .path("namespace")
                  .asString())
          .isEqualTo("preview-" + name);
    }
    assertThat(space)
        .filteredOn(it -> !it.kind().equals("Job") && !it.kind().equals("Namespace"))
        .extracting(Manifest::namespace)
        .containsOnly("preview-" + name);
    assertThat(space).anyMatch(it -> it.is("Namespace", "preview-" + name));
    assertThat(space).anyMatch(it -> it.is("Job", "space-" + name + "-0123456"));
    assertThat(space).anyMatch(it -> it.is("Job", "remove-" + name));
  }

  @Test
  void two_previews_share_no_data() {
    for (String service : Services.ALL) {
      Map<String, String> mine = Manifest.data(services, service);
      Map<String, String> theirs = Manifest.data(others, service);
      for (String variable :
          List.of(
              "ALEXANDRITE_FLAGS_ENVIRONMENT",
              "ALEXANDRITE_REDIS_PREFIX",
              "ALEXANDRITE_S3_PREFIX",
              "SPRING_DATASOURCE_URL",
              "SPRING_DATASOURCE_USERNAME",
              "SPRING_RABBITMQ_VIRTUAL_HOST")) {
        assertThat(mine.get(variable)).as(variable).isNotEqualTo(theirs.get(variable));
      }
    }
    assertThat(others).extracting(Manifest::namespace).containsOnly("preview-007");
  }

  @Test
  void pods_wait_for_the_secret_of_their_revision() {
    for (String service : Services.ALL) {
      JsonNode sources =
          Manifest.workload(services, service)
              .json()
              .at("/spec/template/spec/containers/0/envFrom");
      assertThat(sources.get(1).path("secretRef").path("name").asString())
          .isEqualTo(service + "-" + RINGS.revision());
    }
  }

  /** The password comes last, so whoever has it finds the flags, too. */
  @Test
  void its_flag_environment_comes_and_goes_with_it() throws IOException {
    JsonNode make = Manifest.one(space, "Job", "space-" + name + "-0123456").json();
    JsonNode remove = Manifest.one(space, "Job", "remove-" + name).json();
    assertThat(make.at("/spec/template/spec/initContainers").toString()).contains("make-flags.sh");
    assertThat(make.at("/spec/template/spec/containers").toString()).contains("make-secrets.sh");
    assertThat(remove.at("/spec/template/spec/containers").toString()).contains("remove-flags.sh");
    var scripts = new SpaceScripts(Map.of("INSTALLATION", INSTALLATION, "NAME", name.value()));
    assertThat(scripts.says("echo $flag_environment")).isEqualTo(names.flagEnvironment());
  }

  @Test
  void a_branch_can_make_only_what_its_project_allows() throws IOException {
    Set<String> allowed =
        Manifest.stream(
                Manifest.one(Manifest.rendered("argocd/github"), "AppProject", "previews")
                    .json()
                    .at("/spec/namespaceResourceWhitelist"))
            .map(it -> it.path("kind").asString())
            .collect(Collectors.toSet());

    assertThat(services).extracting(Manifest::kind).isSubsetOf(allowed);
    assertThat(allowed)
        .doesNotContain("ResourceQuota", "NetworkPolicy", "Role", "Secret", "Namespace", "Job");
  }

  private static List<String> hosts(List<Manifest> all, String route) {
    return Manifest.stream(Manifest.one(all, "HTTPRoute", route).json().at("/spec/hostnames"))
        .map(JsonNode::asString)
        .toList();
  }

  private static String database(String service) {
    return Stream.of(service)
        .map(it -> it.equals("pricing-worker") ? "pricing" : it)
        .map(names::database)
        .findFirst()
        .orElseThrow();
  }
}
