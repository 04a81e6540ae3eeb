package com.alexandrite.console.words;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Sentences of the message files. */
@Component
public class Sentences {
  /** What programs, logs and the command line get. */
  public static final Locale PROGRAMS = Locale.ENGLISH;

  private final MessageSource messages;

  /** Sentences of these messages. */
  public Sentences(MessageSource messages) {
    this.messages = messages;
  }

  /** The reader who is being answered now. */
  public static Locale reader() {
    return LocaleContextHolder.getLocale();
  }

  /** The sentence with its values, which are written by the message's own format. */
  public String say(Locale locale, String key, Object... values) {
    return messages.getMessage(key, values, locale);
  }

  /** The word for something that has one, else what it is called. */
  String nameOf(Locale locale, String prefix, String name) {
    String word = messages.getMessage(prefix + name, null, name, locale);
    return word == null ? name : word;
  }
}
