package com.alexandrite.pricing.model;

import org.jspecify.annotations.Nullable;

/**
 * A file format of 3D models.
 *
 * <p>Recognised by content: the name of a file proves nothing.
 */
public enum ModelFormat {
  /** STL, 50 bytes a triangle. */
  STL_BINARY("stl", "binary", "millimeter"),
  /** STL as text. */
  STL_ASCII("stl", "ascii", "millimeter"),
  /** Wavefront OBJ. */
  OBJ("obj", "ascii", "millimeter"),
  /** Stanford PLY. */
  PLY("ply", null, "millimeter"),
  /** 3D Manufacturing Format, or another zip archive. */
  THREE_MF("3mf", "zip", "millimeter"),
  /** glTF as JSON. */
  GLTF("gltf", "json", "meter"),
  /** glTF in one binary file. */
  GLB("glb", "binary", "meter");

  private final String word;
  private final @Nullable String encoding;
  private final String unit;

  ModelFormat(String word, @Nullable String encoding, String unit) {
    this.word = word;
    this.encoding = encoding;
    this.unit = unit;
  }

  /** The stable word for programs, as in {@code stl}. */
  public String word() {
    return word;
  }

  /**
   * {@code binary}, {@code ascii}, {@code zip}, {@code json}, or null where the format alone does
   * not tell.
   */
  public @Nullable String encoding() {
    return encoding;
  }

  /** The unit of lengths where the file states none. */
  public String unit() {
    return unit;
  }
}
