package com.alexandrite.console.preview.wake;

import com.alexandrite.console.preview.ConsoleAddress;
import com.alexandrite.console.preview.Previews;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.thymeleaf.ITemplateEngine;

/** The waker stands before everything else that the console does with a request. */
@Configuration(proxyBeanMethods = false)
class WakerSetup {
  @Bean
  FilterRegistrationBean<Waker> waker(
      Previews previews,
      ConsoleAddress console,
      ITemplateEngine templates,
      @Value("${alexandrite.console.preview-patience:30s}") Duration patience) {
    var room = new WaitingRoom(previews, console, templates);
    var filter =
        new FilterRegistrationBean<>(new Waker(previews, room, new Forwarding(), patience));
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return filter;
  }
}
