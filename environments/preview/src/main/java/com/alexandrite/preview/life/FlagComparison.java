package com.alexandrite.preview.life;

import com.alexandrite.preview.PreviewName;
import com.alexandrite.preview.Space;
import java.io.IOException;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notes how the flags of each preview that serves differ from where they began. */
final class FlagComparison {

  private static final Logger log = LoggerFactory.getLogger(FlagComparison.class);

  private final PreviewRecords records;
  private final FlagStates flags;
  private final Function<PreviewName, Space> spaces;

  FlagComparison(PreviewRecords records, FlagStates flags, Function<PreviewName, Space> spaces) {
    this.records = records;
    this.flags = flags;
    this.spaces = spaces;
  }

  void compare() {
    for (Preview preview : records.all()) {
      if (preview.served() != null && preview.removing() == null) {
        try {
          var differences = flags.of(spaces.apply(preview.name()));
          records.change(preview.name(), now -> now.differing(differences));
        } catch (IOException e) {
          log.warn("{}: its flags can't be compared now: {}", preview.name(), e.toString());
        }
      }
    }
  }
}
