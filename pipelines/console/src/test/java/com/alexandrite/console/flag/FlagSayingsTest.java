package com.alexandrite.console.flag;

import static org.assertj.core.api.Assertions.assertThat;

import com.alexandrite.flags.server.store.Refused;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.ResourceBundleMessageSource;

class FlagSayingsTest {
  private final FlagSayings sayings = new FlagSayings(messages());

  private static ResourceBundleMessageSource messages() {
    var messages = new ResourceBundleMessageSource();
    messages.setBasename("messages");
    messages.setDefaultEncoding("UTF-8");
    messages.setFallbackToSystemLocale(false);
    return messages;
  }

  @BeforeEach
  void russian() {
    LocaleContextHolder.setLocale(Locale.of("ru"));
  }

  @AfterEach
  void forget() {
    LocaleContextHolder.resetLocaleContext();
  }

  @Test
  void whatTheServerNotesIsInTheVisitorsLanguage() {
    assertThat(sayings.note("switched off by rita")).isEqualTo("выключено: rita");
    assertThat(sayings.note("Back to 0 %: 7.5 % of the requests with it failed, 0.1 % without it"))
        .isEqualTo("Назад к 0 %: с флагом не удались 7.5 % запросов, без него 0.1 %");
    assertThat(sayings.actor("rita (scheduled)")).isEqualTo("rita (по плану)");
  }

  @Test
  void whatPeopleWroteStaysAsItIs() {
    assertThat(sayings.note("they complain")).isEqualTo("they complain");
    assertThat(sayings.note("Back to 0 %: they complain")).isEqualTo("Назад к 0 %: they complain");
    assertThat(sayings.actor("rita")).isEqualTo("rita");
  }

  @Test
  void aRefusalKeepsItsNames() {
    FlagSayings.Refusal said =
        sayings.refusal(
            Refused.conflict("segment-used", "fast-lane has a rule for staff.", "Take it out."));
    assertThat(said.detail())
        .isEqualTo("У флага fast-lane есть правило для staff: сегмент не удалён.");
    assertThat(said.action()).startsWith("Сначала уберите");
  }

  @Test
  void aRefusalThatIsNotKnownStaysAsItIs() {
    var strange = Refused.invalid("never-seen", "Something else.", "Do something else.");
    assertThat(sayings.refusal(strange))
        .isEqualTo(new FlagSayings.Refusal("Something else.", "Do something else."));
  }
}
