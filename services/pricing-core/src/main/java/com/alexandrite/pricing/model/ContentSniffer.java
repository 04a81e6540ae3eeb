package com.alexandrite.pricing.model;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the format of a file from its bytes. */
final class ContentSniffer {

  private static final int HEAD = 4096;
  private static final Map<String, String> NO_MODELS =
      Map.of(
          "\u0089PNG", "a PNG image",
          "\u00ff\u00d8\u00ff", "a JPEG image",
          "GIF8", "a GIF image",
          "%PDF", "a PDF document",
          "\u007fELF", "a program",
          "MZ", "a program",
          "\u001f\u008b", "a gzip archive",
          "Rar!", "a RAR archive",
          "7z\u00bc\u00af", "a 7z archive");
  private static final List<String> OTHER_MODELS =
      List.of("Kaydara FBX", "ISO-10303-21", "#VRML", "AC10", "SQLite");
  private static final Pattern OBJ =
      Pattern.compile("(?m)^\\s*(?:v|vt|vn|f|l|o|g|usemtl|mtllib)[ \\t]+\\S");
  private static final Pattern GLTF_KEY =
      Pattern.compile("\"(?:asset|accessors|bufferviews|buffers|meshes|nodes|scenes)\"");
  private static final Pattern OBJ_START =
      Pattern.compile("\\A\\s*(?:#|v |vn |vt |f |o |g |mtllib )");

  private ContentSniffer() {}

  /** The format by content. */
  static ModelFormat formatOf(MemorySegment bytes) throws UnreadableModel {
    if (bytes.byteSize() == 0) {
      throw new UnreadableModel(RefusalReason.EMPTY, "The file has no bytes.");
    }
    // The size comes first: headers of binary files say "solid" and whatever else.
    if (BinaryStl.announcedSize(bytes) == bytes.byteSize()) {
      return ModelFormat.STL_BINARY;
    }
    String head = head(bytes);
    ModelFormat byMagic = byMagic(head);
    if (byMagic != null) {
      return byMagic;
    }
    refuseStrangers(head);
    return isText(head) ? textFormat(head) : ModelFormat.STL_BINARY;
  }

  private static @Nullable ModelFormat byMagic(String head) {
    if (head.startsWith("glTF")) {
      return ModelFormat.GLB;
    }
    if (head.startsWith("PK\u0003\u0004") || head.startsWith("PK\u0005\u0006")) {
      return ModelFormat.THREE_MF;
    }
    return head.startsWith("ply\n") || head.startsWith("ply\r") ? ModelFormat.PLY : null;
  }

  private static void refuseStrangers(String head) throws UnreadableModel {
    for (Map.Entry<String, String> stranger : NO_MODELS.entrySet()) {
      if (head.startsWith(stranger.getKey())) {
        throw new UnreadableModel(
            RefusalReason.MALFORMED, "This is " + stranger.getValue() + ", not a 3D model.");
      }
    }
    for (String other : OTHER_MODELS) {
      if (head.startsWith(other)) {
        throw new UnreadableModel(
            RefusalReason.UNSUPPORTED_FORMAT, "Files of the kind " + other + " are not read.");
      }
    }
  }

  private static ModelFormat textFormat(String head) throws UnreadableModel {
    String start = head.strip().toLowerCase(Locale.ROOT);
    if (start.startsWith("solid") || start.startsWith("facet")) {
      return ModelFormat.STL_ASCII;
    }
    if (start.startsWith("{") && GLTF_KEY.matcher(start).find()) {
      return ModelFormat.GLTF;
    }
    if (OBJ_START.matcher(head).find() || OBJ.matcher(head).find()) {
      return ModelFormat.OBJ;
    }
    throw new UnreadableModel(
        RefusalReason.MALFORMED,
        "Neither a binary nor a text STL: the beginning fits no 3D model.");
  }

  /** The first bytes, one character each, without a byte order mark. */
  private static String head(MemorySegment bytes) {
    long length = Math.min(HEAD, bytes.byteSize());
    byte[] head = bytes.asSlice(0, length).toArray(ValueLayout.JAVA_BYTE);
    String text = new String(head, StandardCharsets.ISO_8859_1);
    return text.startsWith("\u00ef\u00bb\u00bf") ? text.substring(3) : text;
  }

  /** No control characters but blanks: a binary STL has zero bytes at once. */
  private static boolean isText(String head) {
    return head.chars().allMatch(c -> c >= ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f');
  }
}
