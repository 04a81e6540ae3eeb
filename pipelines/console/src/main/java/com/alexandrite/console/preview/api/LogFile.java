package com.alexandrite.console.preview.api;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A log from its end: the newest lines, and then what is added. A file that is not there yet is an
 * empty one; a file that became shorter has begun again.
 */
record LogFile(Path path) {
  private static final int WINDOW = 1 << 20;

  /**
   * Whole lines.
   *
   * @param end where the next ones begin
   */
  record Lines(String text, long end) {}

  /** The newest lines, at most this many. */
  Lines tail(int lines) throws IOException {
    long size = size();
    Lines window = read(Math.max(0, size - WINDOW), size);
    String text = window.text();
    int from = text.length();
    for (int left = lines; left > 0 && from > 0; left--) {
      from = text.lastIndexOf('\n', from - 2) + 1;
    }
    return new Lines(text.substring(from), window.end());
  }

  /** What came after. */
  Lines after(long position) throws IOException {
    long size = size();
    return read(position > size ? 0 : position, size);
  }

  private long size() throws IOException {
    return Files.exists(path) ? Files.size(path) : 0;
  }

  private Lines read(long from, long size) throws IOException {
    if (size <= from) {
      return new Lines("", from);
    }
    ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(size - from, WINDOW));
    try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
      while (bytes.hasRemaining() && file.read(bytes, from + bytes.position()) >= 0) {
        // A read may bring less than there is.
      }
    }
    int end = bytes.position();
    while (end > 0 && bytes.get(end - 1) != '\n') {
      end--;
    }
    return new Lines(new String(bytes.array(), 0, end, StandardCharsets.UTF_8), from + end);
  }
}
