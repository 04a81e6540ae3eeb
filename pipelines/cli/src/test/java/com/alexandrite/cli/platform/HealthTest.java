package com.alexandrite.cli.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HealthTest {
  private static final Component SHOP =
      new Component("shop-1", "service", true, 7, null, null, "READY", 0, "");
  private static final Component PREVIEW =
      Component.missing("preview.feature-rings.shop", "service");

  @Test
  void aPreviewThatFailsIsShownApartAndMakesNobodyIll() {
    Health health = Health.of(List.of(SHOP, PREVIEW), Map.of());
    assertThat(health.healthy()).isTrue();
    assertThat(health.components()).containsExactly(SHOP);
    assertThat(health.previews())
        .extracting(Component::name, Component::kind)
        .containsExactly(org.assertj.core.api.Assertions.tuple(PREVIEW.name(), "preview"));
  }

  @Test
  void aServiceThatFailsDoes() {
    assertThat(Health.of(List.of(Component.missing("crm", "service")), Map.of()).healthy())
        .isFalse();
  }
}
