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
    State state = new State(0, 0, 0);
    for (byte each : (salt + ":" + flag + ":").getBytes(StandardCharsets.UTF_8)) {
      state = state.with(each & 0xff);
    }
    hash = state.hash;
    tail = state.tail;
    length = state.length;
  }

  private record State(int hash, int tail, int length) {
    State with(int octet) {
      int filled = tail | (octet << (8 * (length & 3)));
      boolean whole = (length & 3) == 3;
      return new State(whole ? mixed(hash, filled) : hash, whole ? 0 : filled, length + 1);
    }
  }

  /** The bucket of a unit, 0..9999. */
  int of(String unit) {
    return Integer.remainderUnsigned(hash(unit), COUNT);
  }

  /** The whole hash, for the test vectors. */
  int hash(String unit) {
    int mixed = hash;
    int rest = tail;
    int octets = length;
    int end = unit.length();
    for (int at = 0; at < end; at++) {
      int code = unit.charAt(at);
      if (at + 1 < end && Character.isSurrogatePair((char) code, unit.charAt(at + 1))) {
        code = Character.toCodePoint((char) code, unit.charAt(++at));
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
