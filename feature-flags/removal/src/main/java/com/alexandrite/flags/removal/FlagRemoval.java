package com.alexandrite.flags.removal;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes one finished flag out of the files of a checkout. */
public final class FlagRemoval {
  private final Workspace work;
  private final Purity purity;

  private FlagRemoval(FinishedFlag flag, Map<String, String> files) {
    this.work = new Workspace(flag, files);
    this.purity = new Purity(work);
  }

  /**
   * The files without the flag, as if it had always been in the kept state.
   *
   * @param files text by path from the checkout's folder, with slashes: the sources, templates,
   *     messages and definitions of all modules
   */
  public static Outcome remove(FinishedFlag flag, Map<String, String> files) {
    return new FlagRemoval(flag, files).run();
  }

  private Outcome run() {
    new TestStates(work).remove();
    new Questions(work).mark();
    foldCode();
    new Leftovers(work).settle();
    new DeadCode(work, purity).remove();
    new DeadMessages(work).remove();
    work.delete(work.flag().definition());
    new Mentions(work).note();
    return work.outcome();
  }

  private void foldCode() {
    Wrappers wrappers = new Wrappers(work, purity);
    Parameters parameters = new Parameters(work);
    Pages pages = new Pages(work);
    do {
      work.javaMentioning("flag$").forEach(this::foldFile);
    } while (wrappers.step() || parameters.step() || pages.step());
  }

  private void foldFile(String path) {
    Optional<List<Edit>> step = work.unit(path).flatMap(this::step);
    while (step.isPresent()) {
      work.edit(path, step.get());
      step = work.unit(path).flatMap(this::step);
    }
  }

  private Optional<List<Edit>> step(JavaUnit unit) {
    return Reachability.removal(unit)
        .map(List::of)
        .or(() ->
            Mark.all(unit).stream()
                .map(place -> new Fold(unit, place, purity).step())
                .flatMap(Optional::stream)
                .findFirst());
  }
}
