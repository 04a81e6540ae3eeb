package com.alexandrite.console.view;

/** What became of an action. */
public sealed interface ActionOutcome {

  /** It was done. */
  record Done() implements ActionOutcome {}

  /**
   * It was not done, nothing has changed.
   *
   * @param code stable word, also the key of the sentence in other languages
   * @param why plain sentence; {@code whatToDo} likewise
   */
  record Refused(String code, String why, String whatToDo) implements ActionOutcome {}
}
