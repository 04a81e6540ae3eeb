package com.alexandrite.flags;

import java.nio.charset.StandardCharsets;

/**
 * Into which of 10,000 buckets a unit falls: murmur3 (x86, 32 bit, seed 0; Austin Appleby, public
 * domain) over the UTF-8 of {@code salt:flag:unit}. The hash of the part before the unit is taken
 * once, so that an evaluation hashes the unit's id only, and allocates nothing.
 */
final class Buckets {
  static final int COUNT = 10_000;

  private static final int C1 = 0xcc9e2d51;
  private static final int C2 = 0x1b873593;

  private final int hash;
  private final int tail;
  private final int length;

  /** Buckets of one flag with one salt. */
  Buckets(String salt, String flag) {
    this(salt + ":" + flag + ":");
  }

  /** Buckets of all that begin alike. */
  Buckets(String begin) {
    byte[] prefix = begin.getBytes(StandardCharsets.UTF_8);
    int mixed = 0;
    int rest = 0;
    for (int at = 0; at < prefix.length; at++) {
      rest |= (prefix[at] & 0xff) << (8 * (at & 3));
      if ((at & 3) == 3) {
        mixed = mixed(mixed, rest);
        rest = 0;
      }
    }
    hash = mixed;
    tail = rest;
    length = prefix.length;
  }

  /** The bucket of a unit, 0..9999. */
  int of(String unit) {
    return Integer.remainderUnsigned(hash(unit), COUNT);
  }

  /** The whole hash, for the test vectors. */
  int hash(String unit) {
    int mixed = hash;
    int rest = tail;
    int at = 0;
    // Ids are ASCII but for a few, and four such letters are one block: the octets that are left
    // over, and the next four, always meet at the same place.
    int shift = 8 * (length & 3);
    for (int end = unit.length() - 3; at < end; at += 4) {
      int first = unit.charAt(at);
      int second = unit.charAt(at + 1);
      int third = unit.charAt(at + 2);
      int fourth = unit.charAt(at + 3);
      if ((first | second | third | fourth) >= 0x80) {
        break;
      }
      int block = first | second << 8 | third << 16 | fourth << 24;
      mixed = mixed(mixed, rest | block << shift);
      // An int can't be shifted by 32 at once.
      rest = block >>> 1 >>> (31 - shift);
    }
    return octetByOctet(unit, at, mixed, rest);
  }

  /** The rest of any text, from a place up to which it is ASCII. */
  private int octetByOctet(String unit, int from, int before, int left) {
    int mixed = before;
    int rest = left;
    int octets = length + from;
    int end = unit.length();
    for (int at = from; at < end; at++) {
      int code = unit.charAt(at);
      if (code >= Character.MIN_SURROGATE && code <= Character.MAX_SURROGATE) {
        code = paired(unit, at);
        at += Character.charCount(code) - 1;
      }
      // UTF-8, octet by octet: 1 to 4 of them, the first in the lowest bits.
      int encoded = utf8(code);
      for (int count = octetsOf(code); count > 0; count--, encoded >>>= 8) {
        rest |= (encoded & 0xff) << (8 * (octets & 3));
        if ((octets++ & 3) == 3) {
          mixed = mixed(mixed, rest);
          rest = 0;
        }
      }
    }
    return finished(mixed, rest, octets);
  }

  /** Half a pair is written as a question mark, as {@link String#getBytes} does. */
  private static int paired(String unit, int at) {
    int code = unit.codePointAt(at);
    return Character.isSupplementaryCodePoint(code) ? code : '?';
  }

  private static int octetsOf(int code) {
    return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }

  private static int utf8(int code) {
    return switch (octetsOf(code)) {
      case 1 -> code;
      case 2 -> 0xc0 | (code >>> 6) | (follow(code) << 8);
      case 3 -> 0xe0 | (code >>> 12) | (follow(code >>> 6) << 8) | (follow(code) << 16);
      default ->
          0xf0
              | (code >>> 18)
              | (follow(code >>> 12) << 8)
              | (follow(code >>> 6) << 16)
              | (follow(code) << 24);
    };
  }

  private static int follow(int code) {
    return 0x80 | (code & 0x3f);
  }

  private static int mixed(int hash, int block) {
    int next = hash ^ Integer.rotateLeft(block * C1, 15) * C2;
    return Integer.rotateLeft(next, 13) * 5 + 0xe6546b64;
  }

  private static int finished(int hash, int tail, int octets) {
    int end = hash;
    if ((octets & 3) != 0) {
      end ^= Integer.rotateLeft(tail * C1, 15) * C2;
    }
    end ^= octets;
    end = (end ^ (end >>> 16)) * 0x85ebca6b;
    end = (end ^ (end >>> 13)) * 0xc2b2ae35;
    return end ^ (end >>> 16);
  }
}
