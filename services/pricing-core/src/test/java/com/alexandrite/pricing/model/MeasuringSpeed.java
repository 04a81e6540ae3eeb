package com.alexandrite.pricing.model;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.concurrent.Callable;

/**
 * Prints how long a ring of a million triangles takes: {@code java -cp
 * target/classes:target/test-classes com.alexandrite.pricing.model.MeasuringSpeed [file.stl]}.
 * Medians of warm rounds, one thread.
 */
final class MeasuringSpeed {

  private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();
  private static final int ROUNDS = 31;
  private static final int AROUND = 1000;
  private static final int ACROSS = 500;

  private MeasuringSpeed() {}

  /** Measures the given file, or the ring. */
  public static void main(String[] arguments) throws Exception {
    Path file = arguments.length > 0 ? Path.of(arguments[0]) : ring();
    MeasuringModel measuring = new MeasuringModel(ModelLimits.ofThisProcess());
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        Arena arena = Arena.ofConfined()) {
      MemorySegment bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
      ModelLimits limits = measuring.limits();
      BinaryStl stl = BinaryStl.open(bytes, limits);
      Mesh mesh = stl.mesh();
      time("volume, surface, box", stl::figures);
      time("merging corners", stl::mesh);
      time("edges", () -> EdgeTable.of(mesh));
      time("edges, shells, genus", () -> Connected.of(mesh));
      time("fingerprint", () -> GeometryHash.of(mesh));
    }
    time("everything, from the file", () -> measuring.of(file));
    System.out.println(measuring.of(file));
  }

  private static void time(String what, Callable<?> work) throws Exception {
    long[] nanos = new long[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      long start = CPU.getCurrentThreadCpuTime();
      Object result = work.call();
      nanos[round] = CPU.getCurrentThreadCpuTime() - start;
      if (result == null) {
        throw new IllegalStateException(what);
      }
    }
    Arrays.sort(nanos, ROUNDS / 3, ROUNDS);
    System.out.printf(
        "%-28s first %7.1f ms, warm median %7.1f ms%n",
        what, nanos[0] / 1e6, nanos[ROUNDS / 3 + ROUNDS / 3] / 1e6);
  }

  private static Path ring() throws IOException {
    ByteBuffer file =
        ByteBuffer.allocate(84 + 50 * 2 * AROUND * ACROSS).order(ByteOrder.LITTLE_ENDIAN);
    file.position(80).putInt(2 * AROUND * ACROSS);
    for (int i = 0; i < AROUND; i++) {
      for (int j = 0; j < ACROSS; j++) {
        triangle(file, i, j, i + 1, j, i + 1, j + 1);
        triangle(file, i, j, i + 1, j + 1, i, j + 1);
      }
    }
    Path path = Files.createTempFile("ring", ".stl");
    path.toFile().deleteOnExit();
    return Files.write(path, file.array());
  }

  private static void triangle(ByteBuffer file, int... numbers) {
    file.putFloat(0).putFloat(0).putFloat(0);
    for (int corner = 0; corner < 6; corner += 2) {
      double a = 2 * Math.PI * (numbers[corner] % AROUND) / AROUND;
      double b = 2 * Math.PI * (numbers[corner + 1] % ACROSS) / ACROSS;
      double wire = 1.2 + 0.15 * Math.sin(12 * a) * Math.sin(3 * b);
      double radius = 9 + wire * Math.cos(b);
      file.putFloat((float) (radius * Math.cos(a)))
          .putFloat((float) (radius * Math.sin(a)))
          .putFloat((float) (wire * Math.sin(b)));
    }
    file.putShort((short) 0);
  }
}
