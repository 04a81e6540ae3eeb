package com.alexandrite.kit.look;

import com.alexandrite.kit.preview.PreviewSettings;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What every template may ask for, as model attribute {@code look}: the site, the visitor, and how
 * values are written.
 *
 * @param site the application's description
 * @param user the visitor's name, null before signing in
 * @param theme {@code light}, {@code dark}, or empty for what the visitor's system prefers
 * @param locale the visitor's language
 * @param path path of the request, without the query
 * @param version version of the running application, as the release machinery calls it
 * @param demo whether one-click accounts are offered
 * @param traceId id under which the logs know this request, null when it is not traced
 * @param preview the preview environment that the page is of, null for the baseline
 */
public record Look(
    Site site,
    @Nullable String user,
    String theme,
    Locale locale,
    String path,
    String version,
    boolean demo,
    @Nullable String traceId,
    @Nullable PreviewSettings preview) {

  /** Icon, tone and word of a state of an order, a rollout or an analysis. */
  public Badge badge(Object state) {
    return Badge.of(state instanceof Enum<?> constant ? constant.name() : state.toString());
  }

  /** An amount of money as the visitor writes it; {@code currency} is an ISO 4217 code. */
  public String money(BigDecimal amount, String currency) {
    NumberFormat format = NumberFormat.getCurrencyInstance(locale);
    format.setCurrency(Currency.getInstance(currency));
    return format.format(amount);
  }

  /** A number with at most {@code digits} digits after the point, as the visitor writes it. */
  public String number(Number value, int digits) {
    NumberFormat format = NumberFormat.getNumberInstance(locale);
    format.setMaximumFractionDigits(digits);
    format.setRoundingMode(RoundingMode.HALF_UP);
    return format.format(value);
  }

  /** A share of one (0.034) as a percentage (3.4 %). */
  public String percent(double share, int digits) {
    return number(share * 100, digits) + "\u00a0%";
  }

  /** Bytes in the unit that reads best. */
  public String bytes(long size) {
    boolean russian = locale.getLanguage().equals("ru");
    if (size < 1000) {
      return size + (russian ? "\u00a0Б" : "\u00a0B");
    }
    return size < 1_000_000
        ? number(size / 1e3, 0) + (russian ? "\u00a0кБ" : "\u00a0kB")
        : number(size / 1e6, 1) + (russian ? "\u00a0МБ" : "\u00a0MB");
  }

  /** A span of time in the two units that matter. */
  public String duration(double seconds) {
    boolean russian = locale.getLanguage().equals("ru");
    if (seconds < 60) {
      return number(seconds, seconds < 10 ? 1 : 0) + (russian ? "\u00a0с" : "\u00a0s");
    }
    long minutes = Math.round(seconds) / 60;
    return minutes < 60
        ? minutes
            + (russian ? "\u00a0мин " : "\u00a0min ")
            + Math.round(seconds) % 60
            + (russian ? "\u00a0с" : "\u00a0s")
        : minutes / 60
            + (russian ? "\u00a0ч " : "\u00a0h ")
            + minutes % 60
            + (russian ? "\u00a0мин" : "\u00a0min");
  }

  /**
   * The exact time in UTC, for readers without script; the script writes it in the visitor's zone.
   */
  public String time(Instant at) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
            .withLocale(locale)
            .withZone(ZoneOffset.UTC)
            .format(at)
        + " UTC";
  }

  /** Whether a link of the navigation leads to where the visitor is. */
  public boolean at(NavLink link) {
    return link.href().equals("/")
        ? path.equals("/")
        : path.equals(link.href()) || path.startsWith(link.href() + "/");
  }
}
