package com.alexandrite.console.preview.page;

import com.alexandrite.console.preview.Comments;
import com.alexandrite.console.preview.ConsoleAddress;
import com.alexandrite.preview.PreviewView;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Lays everything about a preview before its template. */
@Component
class PreviewModel {
  private final Comments comments;
  private final ConsoleAddress console;

  PreviewModel(Comments comments, ConsoleAddress console) {
    this.comments = comments;
    this.console = console;
  }

  void fill(PreviewView view, Model model) {
    model.addAttribute("preview", view);
    model.addAttribute("say", new PreviewWords());
    model.addAttribute("comment", comments.of(view).orElse(null));
    model.addAttribute("console", console.value());
  }
}
