package com.alexandrite.console.preview;

import com.alexandrite.preview.PreviewView;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The comment for a branch's review, where somebody can write one. */
@Component
public class Comments {
  private final ObjectProvider<Function<PreviewView, String>> writer;

  Comments(ObjectProvider<Function<PreviewView, String>> writer) {
    this.writer = writer;
  }

  /** Markdown; empty when this console writes no comments. */
  public Optional<String> of(PreviewView view) {
    return Optional.ofNullable(writer.getIfAvailable()).map(it -> it.apply(view));
  }
}
