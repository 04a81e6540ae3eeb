package com.alexandrite.perf.micro;

import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;

/** The same 1,024 people for every product, asked in turn, so that no answer can be foreseen. */
final class People<T> {
  static final int COUNT = 1024;

  /** Who asks: half of them partners, a quarter from Germany. */
  record Person(String id, String kind, String country, String orders) {}

  private final List<T> asProductKnowsThem;
  private int turn;

  People(Function<Person, T> toProduct) {
    Random random = new Random(1);
    asProductKnowsThem =
        IntStream.range(0, COUNT).mapToObj(_ -> person(random)).map(toProduct).toList();
  }

  private static Person person(Random random) {
    return new Person(
        new UUID(random.nextLong(), random.nextLong()).toString(),
        random.nextBoolean() ? "partner" : "customer",
        List.of("DE", "FR", "RU", "US").get(random.nextInt(4)),
        Integer.toString(random.nextInt(20)));
  }

  T next() {
    turn = (turn + 1) & (COUNT - 1);
    return asProductKnowsThem.get(turn);
  }
}
