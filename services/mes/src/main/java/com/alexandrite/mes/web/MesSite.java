package com.alexandrite.mes.web;

import com.alexandrite.kit.account.AccessRules;
import com.alexandrite.kit.look.Audience;
import com.alexandrite.kit.look.DemoAccount;
import com.alexandrite.kit.look.NavLink;
import com.alexandrite.kit.look.Site;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What MES tells the shared look, and who may see its pages. */
@Configuration(proxyBeanMethods = false)
class MesSite {

  @Bean
  Site site() {
    return new Site(
        Audience.OPERATOR,
        "mes.name",
        List.of(new NavLink("/", "nav.bench", "hammer")),
        List.of(
            new DemoAccount("oleg", "Oleg", "demo.oleg"),
            new DemoAccount("olga", "Olga", "demo.olga")));
  }

  @Bean
  AccessRules access() {
    return rules ->
        rules.requestMatchers("/", "/work-orders/**", "/api/work-orders/**").hasRole("OPERATOR");
  }
}
