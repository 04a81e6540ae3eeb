package com.alexandrite.kit.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PageTest {

  @Test
  void readsWhatIsAskedFor() {
    Page<Long> middle = page(60, 2);

    assertThat(middle.rows()).hasSize(25).startsWith(25L).endsWith(49L);
    assertThat(middle.first()).isEqualTo(26);
    assertThat(middle.last()).isEqualTo(50);
    assertThat(middle.pages()).isEqualTo(3);
    assertThat(page(60, 3).last()).isEqualTo(60);
  }

  @Test
  void numberThatLeadsNowhereGivesTheNearestPage() {
    assertThat(page(60, 0).number()).isEqualTo(1);
    assertThat(page(60, Integer.MIN_VALUE).number()).isEqualTo(1);
    assertThat(page(60, Integer.MAX_VALUE).number()).isEqualTo(3);
    assertThat(page(50, 3).rows()).hasSize(25).endsWith(49L);
  }

  @Test
  void emptyListHasOneEmptyPage() {
    Page<Long> empty = page(0, 7);

    assertThat(empty.rows()).isEmpty();
    assertThat(empty.number()).isEqualTo(1);
    assertThat(empty.pages()).isEqualTo(1);
    assertThat(List.of(empty.first(), empty.last())).containsOnly(0L);
  }

  private static Page<Long> page(long total, int asked) {
    return Page.of(
        total,
        asked,
        after -> LongStream.range(after, Math.min(total, after + Page.SIZE)).boxed().toList());
  }
}
