package com.alexandrite.e2e.scenario;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** 3D models that customers bring. */
public final class Models {
  private static final int AROUND = 64;
  private static final int ACROSS = 24;

  private Models() {}

  /** A plain closed ring, 18 mm inside, 2 mm thick, as an ASCII STL file. */
  public static byte[] plainRing() {
    StringBuilder stl = new StringBuilder("solid ring\n");
    for (int i = 0; i < AROUND; i++) {
      for (int j = 0; j < ACROSS; j++) {
        facet(stl, i, j, i + 1, j, i + 1, j + 1);
        facet(stl, i, j, i + 1, j + 1, i, j + 1);
      }
    }
    return stl.append("endsolid ring\n").toString().getBytes(StandardCharsets.US_ASCII);
  }

  /** A file that says it is a model and is not one. */
  public static byte[] notAModel() {
    return "solid nothing at all, just words".getBytes(StandardCharsets.US_ASCII);
  }

  private static void facet(StringBuilder stl, int... corners) {
    stl.append("facet normal 0 0 0\nouter loop\n");
    for (int c = 0; c < corners.length; c += 2) {
      double turn = 2 * Math.PI * (corners[c] % AROUND) / AROUND;
      double tilt = 2 * Math.PI * (corners[c + 1] % ACROSS) / ACROSS;
      double fromAxis = 10 + Math.cos(tilt);
      stl.append(
          String.format(
              Locale.ROOT,
              "vertex %.6f %.6f %.6f%n",
              fromAxis * Math.cos(turn),
              fromAxis * Math.sin(turn),
              Math.sin(tilt)));
    }
    stl.append("endloop\nendfacet\n");
  }
}
