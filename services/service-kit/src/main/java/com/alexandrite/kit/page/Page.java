package com.alexandrite.kit.page;

import java.util.List;
import java.util.function.LongFunction;

/**
 * One page of a list that may be long; {@code kit/parts :: pager} shows the way to its neighbours.
 *
 * @param number which page this is, from 1
 * @param total rows of all pages
 */
public record Page<T>(List<T> rows, int number, long total) {

  /** Rows of one page: what a person takes in, and what a server writes in milliseconds. */
  public static final int SIZE = 25;

  /**
   * Reads the page that is asked for. A number that leads nowhere gives the nearest page that there
   * is, as a list gets shorter while somebody looks at its end.
   *
   * @param rowsAfter reads {@link #SIZE} rows after so many others
   */
  public static <T> Page<T> of(long total, int asked, LongFunction<List<T>> rowsAfter) {
    int number = Math.clamp(asked, 1, pages(total));
    return new Page<>(rowsAfter.apply((number - 1L) * SIZE), number, total);
  }

  /** Returns how many pages there are; at least one. */
  public int pages() {
    return pages(total);
  }

  /** Returns the place of the first row in the whole list, from 1; 0 where there is none. */
  public long first() {
    return rows.isEmpty() ? 0 : (number - 1L) * SIZE + 1;
  }

  /** Returns the place of the last row in the whole list, from 1; 0 where there is none. */
  public long last() {
    return rows.isEmpty() ? 0 : first() + rows.size() - 1;
  }

  private static int pages(long total) {
    return Math.max(1, Math.toIntExact(Math.ceilDiv(total, SIZE)));
  }
}
