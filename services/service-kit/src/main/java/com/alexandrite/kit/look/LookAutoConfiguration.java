package com.alexandrite.kit.look;

import com.alexandrite.kit.preview.PreviewSettings;
import java.time.Duration;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/** Gives an application the shared look as soon as it declares a {@link Site}. */
@AutoConfiguration(
    beforeName = "org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration")
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnBean(Site.class)
@EnableConfigurationProperties(PreviewSettings.class)
@Import(SignInPage.class)
public class LookAutoConfiguration {

  @Bean
  FilterRegistrationBean<SecureHeaders> secureHeaders() {
    FilterRegistrationBean<SecureHeaders> filter =
        new FilterRegistrationBean<>(new SecureHeaders());
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return filter;
  }

  @Bean
  LocaleResolver localeResolver() {
    CookieLocaleResolver resolver = new CookieLocaleResolver("language");
    resolver.setCookieMaxAge(Duration.ofDays(365));
    resolver.setDefaultLocaleFunction(request ->
        request.getLocale().getLanguage().equals("ru") ? Locale.of("ru") : Locale.ENGLISH);
    return resolver;
  }

  @Bean
  WebMvcConfigurer look(
      Site site,
      @Value("${alexandrite.version:dev}") String version,
      @Value("${alexandrite.demo:false}") boolean demo,
      PreviewSettings preview) {
    return new WebMvcConfigurer() {
      @Override
      public void addInterceptors(InterceptorRegistry registry) {
        LocaleChangeInterceptor language = new LocaleChangeInterceptor();
        language.setParamName("language");
        language.setIgnoreInvalidLocale(true);
        registry.addInterceptor(language);
        registry.addInterceptor(new LookInterceptor(site, version, demo, preview));
      }
    };
  }

  /** The living page of all fragments: for those who make pages, never for customers. */
  @AutoConfiguration(after = LookAutoConfiguration.class)
  @ConditionalOnProperty("alexandrite.look.enabled")
  @ConditionalOnBean(Site.class)
  @Import(LookGallery.class)
  static class Gallery {}
}
