package com.alexandrite.console.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets in whoever brings the token; the header {@value #ACTOR} says for whom the program acts. */
final class BearerToken extends OncePerRequestFilter {
  static final String ACTOR = "X-Alexandrite-Actor";

  private static final String PREFIX = "Bearer ";
  private static final int LONGEST_ACTOR = 60;

  private final byte[] token;

  BearerToken(String token) {
    this.token = token.getBytes(StandardCharsets.UTF_8);
  }

  static boolean isPresent(HttpServletRequest request) {
    String header = request.getHeader("Authorization");
    return header != null && header.startsWith(PREFIX);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String header = request.getHeader("Authorization");
    byte[] brought = header.substring(PREFIX.length()).getBytes(StandardCharsets.UTF_8);
    if (token.length > 0 && MessageDigest.isEqual(token, brought)) {
      var authentication =
          UsernamePasswordAuthenticationToken.authenticated(actor(request), "", List.of());
      SecurityContextHolder.setContext(new SecurityContextImpl(authentication));
    }
    chain.doFilter(request, response);
  }

  private static String actor(HttpServletRequest request) {
    String named = request.getHeader(ACTOR);
    if (named == null || named.isBlank()) {
      return "command line";
    }
    String printable = named.replaceAll("\\p{Cntrl}", "").strip();
    return printable.substring(0, Math.min(printable.length(), LONGEST_ACTOR)) + " (command line)";
  }
}
