package com.alexandrite.preview.space;

import com.alexandrite.preview.Content;
import com.alexandrite.preview.PreviewName;
import com.alexandrite.preview.Space;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** Spaces of an installation that no other test has. */
final class Spaces {

  private Spaces() {}

  static String installation() {
    return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
  }

  static Space of(String installation, String name) {
    return new Space(installation, new PreviewName(name), "a seed of tests");
  }

  static Content content(Path sources) {
    return new Content("0123456789abcdef", sources, Set.of("shop"), Set.of("shop"));
  }
}
