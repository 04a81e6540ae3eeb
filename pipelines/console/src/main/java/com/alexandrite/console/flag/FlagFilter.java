package com.alexandrite.console.flag;

import com.alexandrite.flags.server.desk.FlagRow;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What of the list is shown; every part is in the address.
 *
 * @param environment whose states are looked at
 * @param q words, all of which must occur
 * @param state on, off, share or rules; empty for all
 * @param type word of a type; empty for all
 * @param owner empty for all
 * @param mark expired, expiring or stale, or any of them; empty for all
 */
public record FlagFilter(
    String environment, String q, String state, String type, String owner, String mark) {

  static FlagFilter of(
      String environment, String q, String state, String type, String owner, String mark) {
    return new FlagFilter(environment, q.strip(), state, type, owner, mark);
  }

  /** Whether everything of the environment is shown. */
  public boolean isEmpty() {
    return Stream.of(q, state, type, owner, mark).allMatch(String::isEmpty);
  }

  List<FlagRow> of(List<FlagRow> rows) {
    return rows.stream().filter(this::shows).toList();
  }

  private boolean shows(FlagRow row) {
    FlagRow.StateCell cell = row.states().get(environment);
    // A flag that only a branch defines is in that branch's preview and nowhere else.
    return cell != null
        && (state.isEmpty() || cell.state().equals(state))
        && (type.isEmpty() || row.type().equals(type))
        && (owner.isEmpty() || row.owner().equals(owner))
        && (mark.isEmpty()
            || (mark.equals("any") ? !row.mark().isEmpty() : row.mark().equals(mark)))
        && mentions(row);
  }

  private boolean mentions(FlagRow row) {
    String text =
        String.join(" ", row.key(), row.key().replace('-', ' '), row.description(), row.owner())
            .toLowerCase(Locale.ROOT);
    return Stream.of(q.toLowerCase(Locale.ROOT).split("\\s+")).allMatch(text::contains);
  }
}
