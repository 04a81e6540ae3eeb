package com.alexandrite.console.view;

/** What became of an action. */
public sealed interface ActionOutcome {

  /** It was done; {@code consequence} says in numbers what followed. */
  record Done(String consequence) implements ActionOutcome {}

  /** It was not done, nothing has changed. {@code why} and {@code whatToDo} are plain sentences. */
  record Refused(String why, String whatToDo) implements ActionOutcome {}
}
