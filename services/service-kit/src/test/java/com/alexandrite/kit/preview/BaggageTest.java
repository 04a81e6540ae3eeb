package com.alexandrite.kit.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading, marking and passing on, within the limits of W3C's standard. */
class BaggageTest {

  private static final OwnSpace RINGS = new OwnSpace("rings");

  @Test
  void whatIsNotKnownIsPassedOnAsItCame() {
    String header = "userId=alice%20b;loud;since=1 , a = b,x=";

    assertThat(Baggage.of(header).members())
        .containsExactly("userId=alice%20b;loud;since=1", "a = b", "x=");
    assertThat(Baggage.of(header).value("a")).contains("b");
    assertThat(Baggage.of(header).value("userId")).contains("alice%20b");
    assertThat(Baggage.of(header).value("other")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ",",
        "preview",
        "=x",
        "a b=c",
        "a=\u00e9",
        "a=b\r\nSet-Cookie: x=y",
        "a=\"b\""
      })
  void whatNoMemberCanBeIsLeftOut(String header) {
    assertThat(Baggage.of(header)).isEqualTo(Baggage.NONE);
    assertThat(Baggage.of(header + ",good=1").value("good")).contains("1");
  }

  @Test
  void previewNamesItselfWhateverTheCallerClaims() {
    Baggage claimed = Baggage.of("a=1,preview=other;p,preview=third,b=2");

    assertThat(RINGS.mark(claimed).header()).contains("preview=rings,a=1,b=2");
    assertThat(RINGS.mark(Baggage.NONE).header()).contains("preview=rings");
    assertThat(OwnSpace.BASELINE.mark(claimed).header()).contains("a=1,b=2");
    assertThat(OwnSpace.BASELINE.mark(Baggage.of("preview=x")).header()).isEmpty();
  }

  @Test
  void onlyWhatBelongsHereIsTaken() {
    assertThat(RINGS.refuses(Baggage.of("a=1,preview=rings"))).isEmpty();
    assertThat(RINGS.refuses(Baggage.of("preview=other")))
        .contains("it belongs to preview other, and this is preview rings");
    assertThat(RINGS.refuses(Baggage.NONE))
        .contains("it belongs to the baseline, and this is preview rings");
    assertThat(OwnSpace.BASELINE.refuses(Baggage.of("preview=rings")))
        .contains("it belongs to preview rings, and this is the baseline");
    assertThat(OwnSpace.BASELINE.refuses(Baggage.of("a=1"))).isEmpty();
  }

  @Test
  void moreMembersThanTheStandardAsksForAreLeftOutFromTheEnd() {
    String header =
        IntStream.range(0, 80).mapToObj(i -> "k" + i + "=v").collect(Collectors.joining(","));

    List<String> marked = RINGS.mark(Baggage.of(header)).members();

    assertThat(marked).hasSize(64).startsWith("preview=rings", "k0=v").endsWith("k62=v");
  }

  @Test
  void moreBytesThanTheStandardAsksForAreLeftOutFromTheEnd() {
    String header =
        IntStream.range(0, 10)
            .mapToObj(i -> "k" + i + "=" + "v".repeat(1000))
            .collect(Collectors.joining(","));

    String marked = RINGS.mark(Baggage.of(header)).header().orElseThrow();

    assertThat(marked)
        .hasSizeLessThanOrEqualTo(8192)
        .startsWith("preview=rings,k0=")
        .contains("k7=");
    assertThat(marked).doesNotContain("k8=");
  }

  @Test
  void scopesEndWhereTheyBegan() {
    Baggage outer = Baggage.of("a=1");
    try (Baggage.Scope _ = Baggage.open(outer)) {
      try (Baggage.Scope _ = Baggage.open(Baggage.of("b=2"))) {
        assertThat(RINGS.outgoing()).contains("preview=rings,b=2");
      }
      assertThat(Baggage.current()).isEqualTo(outer);
    }
    assertThat(Baggage.current()).isEqualTo(Baggage.NONE);
    assertThat(RINGS.outgoing()).contains("preview=rings");
  }
}
