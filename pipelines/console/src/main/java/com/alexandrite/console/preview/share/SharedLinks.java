package com.alexandrite.console.preview.share;

import com.alexandrite.console.preview.ConsoleAddress;
import com.alexandrite.console.release.ConsoleSettings;
import com.alexandrite.kit.problem.ProblemException;
import com.alexandrite.preview.PreviewView;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Makes and reads links. A link names the preview and the moment it was made, and is signed with a
 * key of the console's token: nothing is kept, and a new token or a new preview ends all old links.
 */
@Component
public class SharedLinks {
  private static final String ALGORITHM = "HmacSHA256";
  private static final String PURPOSE = "links that share previews";
  private static final int LONGEST_HOURS = 168;

  private final ConsoleSettings settings;
  private final ConsoleAddress console;
  private final InstantSource clock;

  SharedLinks(ConsoleSettings settings, ConsoleAddress console, InstantSource clock) {
    this.settings = settings;
    this.console = console;
    this.clock = clock;
  }

  /** A link and when it ends. */
  public record Link(String url, Instant expiresAt) {}

  /** What a link says. */
  public record Claim(String preview, Instant createdAt, Instant expiresAt) {

    /** Whether its time is over. */
    public boolean expired(Instant now) {
      return !now.isBefore(expiresAt);
    }

    /** A preview that was deleted and made again is another one. */
    public boolean of(PreviewView view) {
      return view.name().equals(preview)
          && view.createdAt().toEpochMilli() == createdAt.toEpochMilli();
    }
  }

  /** A link that opens the preview's page for some hours. */
  public Link make(PreviewView view, int hours) {
    if (hours < 1 || hours > LONGEST_HOURS) {
      throw ProblemException.badRequest(
          "hours-out-of-range", "A link lives 1 to 168 hours.", "Send hours between 1 and 168.");
    }
    if (settings.token().isEmpty()) {
      throw ProblemException.conflict(
          "share-off",
          "This console has no secret to sign links with.",
          "Start it with ALEXANDRITE_CONSOLE_TOKEN.");
    }
    Instant end =
        Instant.ofEpochSecond(clock.instant().plus(Duration.ofHours(hours)).getEpochSecond());
    return new Link(console.value() + "/shared/" + token(view, end), end);
  }

  /** What a link says; empty when this console did not make it. */
  public Optional<Claim> read(String token) {
    int dot = token.indexOf('.');
    if (dot < 0 || settings.token().isEmpty()) {
      return Optional.empty();
    }
    try {
      byte[] claim = Base64.getUrlDecoder().decode(token.substring(0, dot));
      byte[] signature = Base64.getUrlDecoder().decode(token.substring(dot + 1));
      return MessageDigest.isEqual(sign(claim), signature)
          ? Optional.of(claim(new String(claim, StandardCharsets.UTF_8)))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      // Not even Base64: as forged as a wrong signature.
      return Optional.empty();
    }
  }

  private String token(PreviewView view, Instant end) {
    String claim = view.name() + "/" + view.createdAt().toEpochMilli() + "/" + end.getEpochSecond();
    byte[] bytes = claim.getBytes(StandardCharsets.UTF_8);
    var text = Base64.getUrlEncoder().withoutPadding();
    return text.encodeToString(bytes) + "." + text.encodeToString(sign(bytes));
  }

  private static Claim claim(String text) {
    String[] parts = text.split("/", -1);
    return new Claim(
        parts[0],
        Instant.ofEpochMilli(Long.parseLong(parts[1])),
        Instant.ofEpochSecond(Long.parseLong(parts[2])));
  }

  private byte[] sign(byte[] claim) {
    byte[] secret = settings.token().getBytes(StandardCharsets.UTF_8);
    return mac(mac(secret, PURPOSE.getBytes(StandardCharsets.UTF_8)), claim);
  }

  private static byte[] mac(byte[] key, byte[] text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return mac.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HMAC-SHA256", e);
    }
  }
}
