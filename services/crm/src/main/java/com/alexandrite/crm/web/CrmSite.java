package com.alexandrite.crm.web;

import com.alexandrite.kit.account.AccessRules;
import com.alexandrite.kit.look.Audience;
import com.alexandrite.kit.look.DemoAccount;
import com.alexandrite.kit.look.NavLink;
import com.alexandrite.kit.look.Site;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What CRM tells the shared look, and who may see its pages. */
@Configuration(proxyBeanMethods = false)
class CrmSite {

  @Bean
  Site site() {
    return new Site(
        Audience.SELLER,
        "crm.name",
        List.of(new NavLink("/", "nav.inbox", "inbox")),
        List.of(new DemoAccount("vera", "Vera", "demo.vera")));
  }

  @Bean
  AccessRules access() {
    return rules -> rules.requestMatchers("/", "/orders/**", "/api/orders/**").hasRole("SELLER");
  }
}
