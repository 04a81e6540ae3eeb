package com.alexandrite.console.page;

import com.alexandrite.kit.look.Audience;
import com.alexandrite.kit.look.DemoAccount;
import com.alexandrite.kit.look.NavLink;
import com.alexandrite.kit.look.Site;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the console tells the shared look about itself. */
@Configuration(proxyBeanMethods = false)
class ConsoleSite {

  @Bean
  Site site() {
    return new Site(
        Audience.RELEASE,
        "console.name",
        List.of(
            new NavLink("/", "console.nav.live", "activity"),
            new NavLink("/releases", "console.nav.releases", "history"),
            new NavLink("/audit", "console.nav.audit", "scroll-text")),
        List.of(new DemoAccount("rita", "Rita", "console.demo.rita")));
  }
}
