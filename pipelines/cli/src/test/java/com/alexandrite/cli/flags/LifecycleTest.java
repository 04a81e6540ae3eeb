package com.alexandrite.cli.flags;

import static org.assertj.core.api.Assertions.assertThat;

import com.alexandrite.cli.flags.SettledFlags.Settled;
import com.alexandrite.flags.definitions.CodeUses.Use;
import com.alexandrite.flags.definitions.DefinitionFolder;
import com.alexandrite.flags.definitions.FlagDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LifecycleTest {
  private static final String FILE = "feature-flags/definitions/flags/new-ring.yaml";
  private static final Use USE = new Use("new-ring", "shop/src/main/java/A.java", 7);

  @TempDir Path checkout;
  private String definition =
      """
      key: new-ring
      description: On, the ring is new.
      owner: shop
      type: release
      unit: user
      created: 2026-11-25
      expires: 2027-01-31
      environments:
        local: {percentage: 100}
        preview: {percentage: 100}
        staging: {percentage: 100}
        production: {percentage: 0}
      """;

  @BeforeEach
  void segments() throws IOException {
    Path flags = Files.createDirectories(checkout.resolve(FILE).getParent());
    Files.writeString(flags.resolveSibling("segments.yaml"), "segments: []");
  }

  @Test
  void aFlagInItsTimeIsFine() throws IOException {
    assertThat(on("2027-01-31", USE)).isEmpty();
  }

  @Test
  void withoutOwnerTypeOrExpiryItFails() throws IOException {
    definition = definition.replaceAll("(?m)^(owner|type|expires): .*\n", "");
    assertThat(on("2026-12-01", USE))
        .containsExactlyInAnyOrder(
            "error " + FILE + ":1: owner is missing. Name the team that answers for it.",
            "error "
                + FILE
                + ":1: type is missing. Choose one of release, experiment, operational,"
                + " kill-switch, permission, fault.",
            "error "
                + FILE
                + ":1: expires is missing. Write the day by which it is gone, or never.");
  }

  @Test
  void anExpiredReleaseWarnsForSevenDaysAndFailsThen() throws IOException {
    String remove = ". Remove it: ./alexandrite flags remove new-ring --keep on|off";
    String warning =
        "warning " + FILE + ":7: new-ring expired on 2027-01-31, this fails from 2027-02-08 on";
    assertThat(on("2027-02-01", USE)).containsExactly(warning + remove);
    assertThat(on("2027-02-07", USE)).containsExactly(warning + remove);
    assertThat(on("2027-02-08", USE))
        .containsExactly("error " + FILE + ":7: new-ring expired on 2027-01-31" + remove);
  }

  @Test
  void anExpiredOperationalFlagIsToBeLookedAt() throws IOException {
    definition = definition.replace("type: release", "type: operational");
    assertThat(on("2028-01-01", USE))
        .containsExactly(
            "warning "
                + FILE
                + ":7: new-ring should have been looked at by 2027-01-31: is it still needed?");
  }

  @Test
  void aDefinitionWithoutUseWarnsForSevenDaysAndFailsThen() throws IOException {
    assertThat(on("2026-12-02"))
        .containsExactly(
            "warning "
                + FILE
                + ":1: new-ring is asked nowhere in the code, this fails from 2026-12-03 on."
                + " Ask for it, or remove this file");
    assertThat(on("2026-12-03"))
        .containsExactly(
            "error "
                + FILE
                + ":1: new-ring is asked nowhere in the code. Ask for it, or remove this file");
  }

  @Test
  void aKeyWithoutDefinitionFails() throws IOException {
    assertThat(on("2026-12-01", USE, new Use("old-ring", "a/src/main/resources/a.html", 3)))
        .containsExactly(
            "error a/src/main/resources/a.html:3: old-ring has no definition. Write"
                + " feature-flags/definitions/flags/old-ring.yaml, or correct the key");
  }

  @Test
  void theKeyOfABadDefinitionIsNotUnknown() throws IOException {
    definition = definition.replace("unit: user", "unit: house");
    assertThat(on("2026-12-01", USE)).hasSize(1).first().asString().contains("unit is \"house\"");
  }

  @Test
  void aFlagThatIsDecidedForThirtyDaysIsNamed() throws IOException {
    Settled settled = new Settled(100, Instant.parse("2026-12-01T09:00:00Z"));
    assertThat(on("2026-12-31", settled, USE)).isEmpty();
    assertThat(on("2027-01-01", settled, USE))
        .containsExactly(
            "warning "
                + FILE
                + ":12: new-ring is at 100 % in production since 2026-12-01 (by this test). It is"
                + " decided: ./alexandrite flags remove new-ring --keep on");
  }

  @Test
  void aSwitchMayStandStillForEver() throws IOException {
    definition = definition.replace("release", "kill-switch").replace("2027-01-31", "never");
    Settled settled = new Settled(100, Instant.parse("2026-12-01T09:00:00Z"));
    assertThat(on("2029-01-01", settled, USE)).isEmpty();
  }

  private List<String> on(String day, Use... uses) throws IOException {
    return on(day, null, uses);
  }

  private List<String> on(String day, @Nullable Settled settled, Use... uses) throws IOException {
    Files.writeString(checkout.resolve(FILE), definition);
    SettledFlags shares =
        new SettledFlags() {
          @Override
          public String origin() {
            return "by this test";
          }

          @Override
          public Optional<Settled> of(FlagDefinition flag) {
            return Optional.ofNullable(settled);
          }
        };
    return new Lifecycle(Instant.parse(day + "T08:00:00Z"), shares)
        .check(DefinitionFolder.read(checkout), List.of(uses)).stream()
            .map(finding -> finding.severity().word() + " " + finding)
            .toList();
  }
}
