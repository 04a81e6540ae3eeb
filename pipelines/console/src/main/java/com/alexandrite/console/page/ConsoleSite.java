package com.alexandrite.console.page;

import com.alexandrite.kit.look.Audience;
import com.alexandrite.kit.look.DemoAccount;
import com.alexandrite.kit.look.NavLink;
import com.alexandrite.kit.look.Site;
import com.alexandrite.preview.PreviewDesk;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the console tells the shared look about itself. */
@Configuration(proxyBeanMethods = false)
class ConsoleSite {

  @Bean
  Site site(
      @Value("${alexandrite.flagserver.database.url:}") String flags,
      ObjectProvider<PreviewDesk> previews) {
    return new Site(
        Audience.RELEASE,
        "console.name",
        Stream.of(
                new NavLink("/", "console.nav.live", "activity"),
                new NavLink("/releases", "console.nav.releases", "history"),
                new NavLink("/previews", "console.nav.previews", "git-branch"),
                new NavLink("/flags", "console.nav.flags", "zap"),
                new NavLink("/audit", "console.nav.audit", "scroll-text"))
            // A console that hosts no flag server has no flags to show, and so with previews.
            .filter(link -> !link.href().equals("/flags") || !flags.isEmpty())
            .filter(link -> !link.href().equals("/previews") || previews.getIfAvailable() != null)
            .toList(),
        List.of(new DemoAccount("rita", "Rita", "console.demo.rita")));
  }
}
