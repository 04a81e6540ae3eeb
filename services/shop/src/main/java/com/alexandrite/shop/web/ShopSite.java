package com.alexandrite.shop.web;

import com.alexandrite.kit.account.AccessRules;
import com.alexandrite.kit.look.Audience;
import com.alexandrite.kit.look.DemoAccount;
import com.alexandrite.kit.look.NavLink;
import com.alexandrite.kit.look.Site;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** What the Shop tells the shared look, and who may see which page. */
@Configuration(proxyBeanMethods = false)
class ShopSite {

  @Bean
  Site site() {
    return new Site(
        Audience.CUSTOMER,
        "shop.name",
        List.of(
            new NavLink("/", "nav.catalog", "sparkles"),
            new NavLink("/new", "nav.new", "plus"),
            new NavLink("/orders", "nav.orders", "shopping-bag")),
        List.of(
            new DemoAccount("anna", "Anna", "demo.anna"),
            new DemoAccount("boris", "Boris", "demo.boris"),
            new DemoAccount("greta", "Greta", "demo.greta")));
  }

  @Bean
  AccessRules access() {
    return rules -> {
      rules.requestMatchers(HttpMethod.GET, "/", "/api/catalog", "/shop/**").permitAll();
      rules.requestMatchers("/new", "/orders/**", "/api/orders/**").hasRole("CUSTOMER");
    };
  }
}
