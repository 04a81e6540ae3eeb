package com.alexandrite.flags;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The hash is murmur3, as published and as another library computes it. */
class BucketsTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    // Published vectors of murmur3 x86 32 with seed 0.
    "'', 0",
    "test, ba6bd213",
    "'Hello, world!', c0363e43",
    "The quick brown fox jumps over the lazy dog, 2e4ff723",
  })
  void givesThePublishedVectorsWhereverThePrefixEnds(String text, String hash) {
    for (int end = 0; end <= text.length(); end++) {
      assertThat(Integer.toHexString(new Buckets(text.substring(0, end)).hash(text.substring(end))))
          .as("prefix of %s", end)
          .isEqualTo(hash);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "ab",
        "abc",
        "abcd",
        "Örs Ágoston",
        "Мария Кюри-Склодовская",
        "金の指輪",
        "💍💎",
        "a💍b",
        "\ud83d",
        "half \udc8e a pair",
        "\udc8e\ud83d",
        "\u0000\u007f\u0080\u07ff\u0800\uffff",
      })
  void agreesWithGuavaOnTextsOfEveryKind(String unit) {
    for (String salt : new String[] {"", "1", "12", "123", "соль", "\ud83d"}) {
      assertThat(new Buckets(salt, "flag").hash(unit)).isEqualTo(guava(salt, "flag", unit));
    }
  }

  @Property(tries = 2000)
  void agreesWithGuavaOnAnyText(
      @ForAll @StringLength(max = 20) String salt,
      @ForAll @StringLength(max = 20) String flag,
      @ForAll String unit) {
    assertThat(new Buckets(salt, flag).hash(unit)).isEqualTo(guava(salt, flag, unit));
  }

  @Property
  void agreesWithGuavaAroundSurrogates(
      @ForAll @CharRange(from = '\ud7f0', to = '\ue00f') @StringLength(max = 12) String unit) {
    assertThat(new Buckets("", "flag").hash(unit)).isEqualTo(guava("", "flag", unit));
  }

  @Property(tries = 2000)
  void agreesWithGuavaOnIds(
      @ForAll @StringLength(max = 4) @CharRange(to = '\u007f') String salt,
      @ForAll @StringLength(max = 80) @CharRange(to = '\u007f') String unit) {
    assertThat(new Buckets(salt, "flag").hash(unit)).isEqualTo(guava(salt, "flag", unit));
  }

  @Property(tries = 2000)
  void agreesWithGuavaWhereAnIdStopsBeingAscii(
      @ForAll @StringLength(max = 12) @CharRange(to = '\u007f') String begin,
      @ForAll char other,
      @ForAll @StringLength(max = 12) @CharRange(to = '\u007f') String end) {
    String unit = begin + other + end;

    for (String salt : new String[] {"", "1", "12", "123"}) {
      assertThat(new Buckets(salt, "flag").hash(unit)).isEqualTo(guava(salt, "flag", unit));
    }
  }

  @Property
  void aBucketIsTheUnsignedHashModuloTheirCount(@ForAll String unit) {
    long hash = Integer.toUnsignedLong(guava("salt", "flag", unit));

    assertThat(new Buckets("salt", "flag").of(unit)).isEqualTo((int) (hash % 10_000));
  }

  private static int guava(String salt, String flag, String unit) {
    byte[] octets = (salt + ":" + flag + ":" + unit).getBytes(StandardCharsets.UTF_8);
    return Hashing.murmur3_32_fixed().hashBytes(octets).asInt();
  }
}
