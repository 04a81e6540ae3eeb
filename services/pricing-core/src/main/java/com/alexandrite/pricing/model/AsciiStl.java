package com.alexandrite.pricing.model;

import java.lang.foreign.MemorySegment;

/**
 * STL as text: {@code facet … outer loop, three vertices, endloop, endfacet}, in one or several
 * solids.
 *
 * <p>Words in any case, any blanks; a name of a solid reaches to the end of its line and may hold
 * any word.
 */
final class AsciiStl {

  /** The word "normal" and three numbers. */
  private static final int NORMAL = 4;

  private final TextScanner text;
  private final ModelLimits limits;
  private final MeshBuilder builder;
  private boolean ended;

  private AsciiStl(MemorySegment bytes, ModelLimits limits) {
    this.text = new TextScanner(bytes);
    this.limits = limits;
    this.builder = new MeshBuilder((int) Math.min(limits.maxTriangles(), bytes.byteSize() / 200));
  }

  /** What was read, and whether the closing line was there. */
  record Read(Mesh mesh, boolean ended) {}

  static Read read(MemorySegment bytes, ModelLimits limits) throws UnreadableModel {
    AsciiStl reader = new AsciiStl(bytes, limits);
    while (reader.text.skipBlanks()) {
      reader.statement();
    }
    if (reader.builder.triangles() == 0) {
      throw new UnreadableModel(RefusalReason.EMPTY, "A text STL without facets.");
    }
    if (reader.builder.sawNonFinite()) {
      throw new UnreadableModel(RefusalReason.NON_FINITE, "A coordinate is NaN or infinite.");
    }
    return new Read(reader.builder.build(), reader.ended);
  }

  private void statement() throws UnreadableModel {
    ended = false;
    if (text.word("facet")) {
      facet();
    } else if (text.word("endsolid")) {
      text.skipLine();
      ended = true;
    } else if (text.word("solid")) {
      text.skipLine();
    } else {
      throw text.malformed("\"facet\", \"solid\" or \"endsolid\"");
    }
  }

  private void facet() throws UnreadableModel {
    // The normal is ignored, so a file may leave it out or write it badly: real ones say "nan".
    for (int token = 0; token < NORMAL && !text.startsWith("outer"); token++) {
      text.skipToken();
    }
    text.expect("outer");
    text.expect("loop");
    for (int corner = 0; corner < 3; corner++) {
      text.expect("vertex");
      double x = text.number();
      double y = text.number();
      double z = text.number();
      builder.corner(x, y, z);
    }
    text.expect("endloop");
    text.expect("endfacet");
    if (builder.triangles() > limits.maxTriangles()) {
      throw new UnreadableModel(
          RefusalReason.TOO_LARGE, "More than " + limits.maxTriangles() + " triangles.");
    }
  }
}
