package com.alexandrite.kit.look;

import com.alexandrite.kit.preview.PreviewSettings;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.springframework.web.util.WebUtils;

/** Puts {@link Look} into the model of every page. */
final class LookInterceptor implements HandlerInterceptor {

  private final Site site;
  private final String version;
  private final boolean demo;
  private final PreviewSettings preview;

  LookInterceptor(Site site, String version, boolean demo, PreviewSettings preview) {
    this.site = site;
    this.version = version;
    this.demo = demo;
    this.preview = preview;
  }

  @Override
  public void postHandle(
      HttpServletRequest request,
      HttpServletResponse response,
      Object handler,
      @Nullable ModelAndView page) {
    if (page == null || isRedirect(page)) {
      return;
    }
    page.addObject("look", look(request));
  }

  private Look look(HttpServletRequest request) {
    return new Look(
        site,
        user(request.getUserPrincipal()),
        theme(WebUtils.getCookie(request, "theme")),
        RequestContextUtils.getLocale(request),
        request.getRequestURI().substring(request.getContextPath().length()),
        version,
        demo,
        MDC.get("traceId"),
        preview.isPreview() ? preview : null);
  }

  private @Nullable String user(@Nullable Principal principal) {
    if (principal == null) {
      return null;
    }
    String account = principal.getName();
    return site.demoAccounts().stream()
        .filter(demoAccount -> demoAccount.account().equals(account))
        .map(DemoAccount::name)
        .findFirst()
        .orElse(account);
  }

  private static String theme(@Nullable Cookie cookie) {
    String wish = cookie == null ? "" : cookie.getValue().toLowerCase(Locale.ROOT);
    return wish.equals("light") || wish.equals("dark") ? wish : "";
  }

  /** Attributes of a redirect would be written into its address. */
  private static boolean isRedirect(ModelAndView page) {
    String view = page.getViewName();
    return view != null && view.startsWith("redirect:");
  }
}
