package com.alexandrite.kit.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.alexandrite.kit.problem.Audience;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/** What somebody without (enough) rights gets: people the sign-in page, programs a problem. */
class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
      throws IOException {
    if (Audience.of(request) == Audience.PERSON) {
      response.sendRedirect(
          request.getContextPath() + "/sign-in?next=" + URLEncoder.encode(wanted(request), UTF_8));
    } else {
      response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
    }
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException cause)
      throws IOException {
    response.sendError(HttpServletResponse.SC_FORBIDDEN);
  }

  private static String wanted(HttpServletRequest request) {
    if (!"GET".equals(request.getMethod())) {
      return "/";
    }
    String query = request.getQueryString();
    return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
  }
}
