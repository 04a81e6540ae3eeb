package com.alexandrite.kit.flags;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.alexandrite.flags.EvaluationContext;
import com.alexandrite.flags.FlagDocument;
import com.alexandrite.flags.Flags;
import com.alexandrite.flags.LiveFlags;
import com.alexandrite.flags.Unit;
import com.alexandrite.kit.account.Account;
import com.alexandrite.kit.account.Role;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.servlet.ServletException;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** What requests leave behind that asked flags, and what those that asked none do not. */
class FlagRequestsTest {

  private static final String LOCAL = "local";

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final LiveFlags live = new LiveFlags(Documents.CATALOGUE.flags(), false);
  private final GrowingFlags growing = new GrowingFlags(Documents.CATALOGUE);
  private final Flags flags = new NotedFlags(live, growing);
  private final FlagContexts contexts =
      new FlagContexts(new FlagInstance("shop", "shop-1", "42", LOCAL));
  private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/");

  @AfterEach
  void forget() {
    RequestContextHolder.resetRequestAttributes();
    SecurityContextHolder.clearContext();
  }

  @Test
  void growingFlagIsTimedByVariantAndOutcome() throws ServletException, IOException {
    inForce(Documents.of(LOCAL, 1, 5000));
    signIn(new Account("anna", "Anna", Role.CUSTOMER, null));

    ask(200);

    String variant = flags.isOn(Documents.SWITCH, contexts.current()) ? "on" : "off";
    assertThat(timer().getId().getTag("variant")).isEqualTo(variant);
    assertThat(timer().getId().getTag("outcome")).isEqualTo("SUCCESS");
  }

  @Test
  void faultCountsAsServerError() {
    inForce(Documents.of(LOCAL, 1, 5000));

    assertThatThrownBy(() ->
            new FlagRequestsFilter(registry)
                .doFilter(
                    request,
                    new MockHttpServletResponse(),
                    (_, _) -> {
                      askFlag();
                      throw new ServletException("broken");
                    }))
        .isInstanceOf(ServletException.class);

    assertThat(timer().getId().getTag("outcome")).isEqualTo("SERVER_ERROR");
  }

  @Test
  void flagThatAnswersEverybodyAlikeLeavesNothing() throws ServletException, IOException {
    inForce(Documents.of(LOCAL, 1, FlagDocument.EVERYBODY));
    ask(200);
    inForce(Documents.of(LOCAL, 2, 0));
    ask(200);

    assertThat(registry.getMeters()).isEmpty();
  }

  @Test
  void contextIsBuiltOnceFromTheAccount() {
    signIn(new Account("oleg", "Oleg", Role.OPERATOR, "goldhaus"));
    RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));

    EvaluationContext context = contexts.current();

    assertThat(context.id(Unit.USER)).isEqualTo("oleg");
    assertThat(context.id(Unit.OPERATOR)).isEqualTo("oleg");
    assertThat(context.id(Unit.PARTNER)).isEqualTo("goldhaus");
    assertThat(context.attributes())
        .containsEntry("role", "operator")
        .containsEntry("partner", "goldhaus")
        .containsEntry("version", "42")
        .containsKey("language");
    assertThat(contexts.current()).isSameAs(context);
  }

  @Test
  void customersAreNoOperatorsAndStrangersNobody() {
    RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
    assertThat(contexts.current().ids()).isEmpty();

    signIn(new Account("anna", "Anna", Role.CUSTOMER, null));
    assertThat(contexts.visitor().ids()).containsOnlyKeys(Unit.USER);
  }

  private void inForce(FlagDocument document) {
    live.apply(document);
    growing.look(document);
  }

  private static void signIn(Account account) {
    SecurityContextHolder.getContext()
        .setAuthentication(new TestingAuthenticationToken(account, ""));
  }

  private void ask(int status) throws ServletException, IOException {
    var response = new MockHttpServletResponse();
    new FlagRequestsFilter(registry)
        .doFilter(
            request,
            response,
            (_, _) -> {
              askFlag();
              response.setStatus(status);
            });
  }

  private void askFlag() {
    RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
    assertThat(flags.isOn(Documents.SWITCH, contexts.current())).isIn(true, false);
  }

  private Timer timer() {
    return registry.get("flag.requests").tag("flag", "switch").timer();
  }
}
