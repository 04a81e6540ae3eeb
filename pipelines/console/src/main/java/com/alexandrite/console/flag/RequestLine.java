package com.alexandrite.console.flag;

import com.alexandrite.flags.FlagDocument.FlagState;
import com.alexandrite.flags.server.change.ChangeRequest;
import com.alexandrite.flags.server.store.FlagJson;
import org.jspecify.annotations.Nullable;

/**
 * A change that waits for a second person.
 *
 * @param before percentage of all before; null while it is off
 * @param after percentage of all afterwards; null when it will be off
 */
public record RequestLine(ChangeRequest request, @Nullable Double before, @Nullable Double after) {

  static RequestLine of(ChangeRequest request) {
    return request.subjectKind().equals("flag")
        ? new RequestLine(request, percent(request.before()), percent(request.wanted()))
        : new RequestLine(request, null, null);
  }

  private static @Nullable Double percent(@Nullable String state) {
    return ChangeLine.percent(FlagJson.readNullable(state, FlagState.class));
  }
}
