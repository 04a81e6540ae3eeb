package com.alexandrite.pricing.price;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Currency;
import java.util.HashSet;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;

/** Reads a rate table from its file; a missing, misspelt or superfluous key is an error. */
final class Rates {

  private static final String METAL = "metal.";

  private final Properties properties;
  private final Set<String> unread;

  private Rates(Properties properties) {
    this.properties = properties;
    this.unread = new HashSet<>(properties.stringPropertyNames());
  }

  static RateTable readResource(String name) {
    try (InputStream file = Rates.class.getResourceAsStream(name)) {
      if (file == null) {
        throw new IllegalStateException("no rate table " + name);
      }
      return read(new InputStreamReader(file, StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /**
   * Reads a rate table.
   *
   * @throws IllegalArgumentException naming the first wrong key
   */
  static RateTable read(Reader file) throws IOException {
    Properties properties = new Properties();
    properties.load(file);
    Rates rates = new Rates(properties);
    RateTable table = rates.table();
    if (!rates.unread.isEmpty()) {
      throw new IllegalArgumentException("unknown keys " + rates.unread);
    }
    return table;
  }

  static void requirePositive(String key, BigDecimal value) {
    if (value.signum() <= 0) {
      throw new IllegalArgumentException(key + " must be above zero, not " + value);
    }
  }

  static void requireNotNegative(String key, BigDecimal value) {
    if (value.signum() < 0) {
      throw new IllegalArgumentException(key + " must not be negative: " + value);
    }
  }

  private RateTable table() {
    return new RateTable(
        text("version"),
        Currency.getInstance(text("currency")),
        number("vat.percent"),
        number("minimum"),
        number("setup"),
        new RateTable.Machine(
            number("machine.mm-per-hour"), number("machine.hour"), number("machine.setup-hours")),
        number("finishing.cm2"),
        number("opening"),
        number("part"),
        metals());
  }

  private Map<String, Metal> metals() {
    Map<String, Metal> metals = new TreeMap<>();
    for (String key : Set.copyOf(unread)) {
      if (key.startsWith(METAL) && key.endsWith(".name")) {
        String code = key.substring(METAL.length(), key.length() - ".name".length());
        metals.put(code, metal(code));
      }
    }
    return metals;
  }

  private Metal metal(String code) {
    String prefix = METAL + code + '.';
    return new Metal(
        code,
        text(prefix + "name"),
        number(prefix + "density"),
        number(prefix + "gram"),
        number(prefix + "loss.percent"),
        number(prefix + "casting"));
  }

  private String text(String key) {
    String value = properties.getProperty(key);
    unread.remove(key);
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException("missing " + key);
    }
    return value.strip();
  }

  private BigDecimal number(String key) {
    String value = text(key);
    try {
      return new BigDecimal(value);
    } catch (NumberFormatException notANumber) {
      throw new IllegalArgumentException(key + " is not a number: " + value, notANumber);
    }
  }
}
