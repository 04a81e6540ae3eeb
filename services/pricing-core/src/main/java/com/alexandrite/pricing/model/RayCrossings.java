package com.alexandrite.pricing.model;

import java.util.Arrays;

/** Where the rays of one row of a grid go into bodies and out of them. */
final class RayCrossings {

  private static final int USUAL = 8;

  private final double[][] places;
  private final int[][] turns;
  private final int[] counts;

  RayCrossings(int rays) {
    places = new double[rays][USUAL];
    turns = new int[rays][USUAL];
    counts = new int[rays];
  }

  /**
   * Notes a crossing.
   *
   * @param turn 1 into a body, -1 out of it
   */
  void add(int ray, double place, int turn) {
    int at = counts[ray]++;
    if (at == places[ray].length) {
      places[ray] = Arrays.copyOf(places[ray], 2 * at);
      turns[ray] = Arrays.copyOf(turns[ray], 2 * at);
    }
    // Few for each ray, and they come nearly sorted: moved to their place one by one.
    while (at > 0 && places[ray][at - 1] > place) {
      places[ray][at] = places[ray][at - 1];
      turns[ray][at] = turns[ray][at - 1];
      at--;
    }
    places[ray][at] = place;
    turns[ray][at] = turn;
  }

  /** Length of all rays times the bodies beyond the first that hold it; forgets all crossings. */
  double excessAndClear() {
    double excess = 0;
    for (int ray = 0; ray < counts.length; ray++) {
      excess += excess(ray);
      counts[ray] = 0;
    }
    return excess;
  }

  private double excess(int ray) {
    double excess = 0;
    int bodies = 0;
    for (int at = 0; at + 1 < counts[ray]; at++) {
      bodies += turns[ray][at];
      excess += Math.max(0, bodies - 1) * (places[ray][at + 1] - places[ray][at]);
    }
    return excess;
  }
}
