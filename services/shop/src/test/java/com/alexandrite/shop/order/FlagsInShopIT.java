package com.alexandrite.shop.order;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.alexandrite.environment.testing.BackingServers;
import com.alexandrite.environment.testing.SessionClient.Answer;
import com.alexandrite.environment.testing.SessionClient.Page;
import com.alexandrite.flags.catalogue.Features;
import com.alexandrite.flags.testing.FixedFlags;
import com.alexandrite.messages.Geometry;
import com.alexandrite.messages.Money;
import com.alexandrite.messages.Quote;
import com.alexandrite.messages.QuoteLine;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What customers see and pay, in both states of each flag of the Shop. */
@DirtiesContext // its servers are gone afterwards
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "management.server.port=0",
      "alexandrite.accounts.password=secret",
      "alexandrite.warm-up.paths="
    })
class FlagsInShopIT {

  private static final Pattern THREE = Pattern.compile("data-three=\"([^\"]+)\"");
  private static final byte[] MODEL = "solid ring".getBytes(UTF_8);

  @RegisterExtension static final BackingServers servers = BackingServers.postgres().rabbit().s3();

  @Autowired private FixedFlags flags;
  @Autowired private OrderTable orders;
  @Autowired private JdbcClient jdbc;
  @LocalServerPort private int port;
  private ShopClient anna = new ShopClient(0);

  @DynamicPropertySource
  static void properties(DynamicPropertyRegistry registry) {
    servers.springProperties().forEach((key, value) -> registry.add(key, () -> value));
  }

  @BeforeEach
  void begin() {
    Features.ALL.forEach(flag -> flags.set(flag, flag.fallback()));
    anna = new ShopClient(port).signedInAs("anna");
  }

  @Test
  void priceBreakdown() {
    UUID order = priced();
    flags.off(Features.PRICE_BREAKDOWN);
    assertThat(page(order)).doesNotContain("id=\"breakdown\"");

    flags.on(Features.PRICE_BREAKDOWN);
    assertThat(page(order)).contains("id=\"breakdown\"", "42 %", "€84.03");
  }

  @Test
  void modelViewer() {
    UUID order = priced();
    flags.off(Features.MODEL_VIEWER_3D);
    assertThat(page(order)).doesNotContain("id=\"viewer\"", "/shop/viewer");

    flags.on(Features.MODEL_VIEWER_3D);
    assertThat(page(order))
        .contains("id=\"viewer\"", "/orders/" + order + "/model", "/shop/viewer");
    Matcher three = THREE.matcher(page(order));
    assertThat(three.find()).isTrue();
    assertThat(anna.fetch(three.group(1)).text()).contains("./three.core.min.js");
    String core = three.group(1).replaceFirst("[^/]+$", "three.core.min.js");
    assertThat(anna.fetch(core).status()).isEqualTo(200);
    assertThat(anna.fetch("/orders/" + order + "/model").text()).isEqualTo("solid ring");
    assertThat(
            new ShopClient(port).signedInAs("boris").fetch("/orders/" + order + "/model").status())
        .isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"split", "price-first", "steps-first"})
  void orderPageLayout(String layout) {
    UUID order = priced();
    flags.set(Features.ORDER_PAGE_LAYOUT, layout);

    assertThat(page(order)).contains("class=\"split " + layout + "\"");
  }

  @Test
  void promiseDays() {
    UUID order = priced();
    assertThat(page(order)).contains("about 21 days");

    flags.set(Features.PROMISE_DAYS, "busy");
    assertThat(page(order)).contains("about 28 days");
  }

  @Test
  void expressIsOfferedAndPaid() {
    UUID order = priced();
    flags.set(Features.EXPRESS_DELIVERY, "week");
    assertThat(page(order)).contains("id=\"place-express\"", "€125.00");

    Answer placed = anna.placeExpress(order, quoteOf(order));

    assertThat(placed.status()).isEqualTo(200);
    assertThat(placed.body().at("/quote/total/amount").decimalValue()).isEqualByComparingTo("125");
    assertThat(placed.body().at("/timeline/3/note").asString()).isEqualTo("express, 7 days");
    assertThat(told(order)).contains("\"promisedDays\":7").contains("\"code\":\"express\"");
    assertThat(anna.placeExpress(order, quoteOf(order)).status()).isEqualTo(200);
  }

  @Test
  void expressIsRefusedWhereItIsNotOffered() {
    UUID order = priced();
    flags.set(Features.EXPRESS_DELIVERY, "standard");
    assertThat(page(order)).contains("id=\"place\"").doesNotContain("id=\"place-express\"");

    assertThat(anna.placeExpress(order, quoteOf(order)).text("code"))
        .isEqualTo("express-not-offered");
    assertThat(anna.place(order, quoteOf(order)).text("state")).isEqualTo("PRICE_CALCULATED");
    assertThat(told(order)).contains("\"promisedDays\":null");
  }

  @Test
  void orderIntake() {
    UUID begun = priced();
    flags.off(Features.ORDER_INTAKE);

    Answer refused = anna.post("/api/orders", "{}");
    assertThat(refused.status()).isEqualTo(503);
    assertThat(refused.text("code")).isEqualTo("order-intake-closed");
    assertThat(anna.page("/new").text()).contains("No new orders").doesNotContain("<fieldset");
    assertThat(anna.place(begun, quoteOf(begun)).status()).isEqualTo(200);

    flags.on(Features.ORDER_INTAKE);
    assertThat(anna.page("/new").text()).contains("<fieldset").doesNotContain("No new orders");
    assertThat(anna.post("/api/orders", "{}").status()).isEqualTo(201);
  }

  @Test
  void largestModel() {
    UUID order = anna.begin();
    flags.set(Features.MAX_MODEL_MEGABYTES, "least");
    assertThat(anna.page("/new").text()).contains("data-max=\"4000000\"");
    Answer refused = anna.upload(order, new byte[5_000_000]);
    assertThat(refused.text("code")).isEqualTo("model-too-large");
    assertThat(refused.text("detail")).contains("4 MB");

    flags.set(Features.MAX_MODEL_MEGABYTES, "full");
    assertThat(anna.page("/new").text()).contains("data-max=\"64000000\"");
    assertThat(anna.upload(order, new byte[5_000_000]).status()).isEqualTo(202);
  }

  @Test
  void liveUpdates() {
    UUID order = priced();
    flags.off(Features.LIVE_UPDATES);
    assertThat(anna.stream("/orders/events")).isEqualTo(204);
    assertThat(anna.stream("/api/orders/" + order + "/events")).isEqualTo(204);

    flags.on(Features.LIVE_UPDATES);
    assertThat(anna.stream("/orders/events")).isEqualTo(200);
    assertThat(anna.stream("/api/orders/" + order + "/events")).isEqualTo(200);
  }

  @Test
  void partnerOfTheAccountIsToldToPricing() {
    ShopClient greta = new ShopClient(port).signedInAs("greta");
    UUID order = greta.begin();
    greta.upload(order, MODEL);

    assertThat(told(order)).contains("\"partner\":\"goldhaus\"");
  }

  private String page(UUID order) {
    Page page = anna.page("/orders/" + order);
    assertThat(page.status()).isEqualTo(200);
    return page.text();
  }

  private UUID priced() {
    UUID order = anna.begin();
    assertThat(anna.upload(order, MODEL).status()).isEqualTo(202);
    UUID request = orders.find(order).orElseThrow().priceRequest();
    assertThat(request).isNotNull();
    if (request != null) {
      orders.noteQuote(order, request, quote());
    }
    return order;
  }

  /** A hundred euro: 42 of metal, 42.03 of work, 15.97 of tax. */
  private static Quote quote() {
    List<QuoteLine> lines =
        List.of(line("metal", "42.00"), line("labour", "42.03"), line("vat", "15.97"));
    return new Quote(
        UUID.randomUUID(),
        lines,
        euro("100"),
        new Geometry("stl-binary", "mm", 12, 1, 6, new Geometry.Box(1, 1, 1), 1, true),
        "test",
        "1",
        Instant.now().plusSeconds(600));
  }

  private static QuoteLine line(String code, String amount) {
    return new QuoteLine(code, code, BigDecimal.ONE, "order", euro(amount), euro(amount));
  }

  private static Money euro(String amount) {
    return Money.euro(new BigDecimal(amount));
  }

  private UUID quoteOf(UUID order) {
    return UUID.fromString(anna.show(order).body().at("/quote/quoteId").asString());
  }

  /** What the Shop told others about the order last; no queue wants it here, so it waits. */
  private String told(UUID order) {
    return jdbc.sql("select body from kit_outbox where aggregate_id = :id order by id desc limit 1")
        .param("id", order)
        .query(String.class)
        .single();
  }

  @TestConfiguration(proxyBeanMethods = false)
  static class Switches {

    @Bean
    @Primary
    FixedFlags fixedFlags() {
      return new FixedFlags();
    }
  }
}
