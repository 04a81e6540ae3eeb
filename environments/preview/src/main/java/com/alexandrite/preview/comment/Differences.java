package com.alexandrite.preview.comment;

import static com.alexandrite.preview.comment.Markdown.code;
import static com.alexandrite.preview.comment.Markdown.text;

import com.alexandrite.preview.FlagDifference;
import com.alexandrite.preview.PreviewView;
import com.alexandrite.preview.SchemaReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How a preview differs from the baseline in its databases and flags. */
record Differences(PreviewView view) {
  private static final int MOST = 30;
  private static final int DEFINITION_LINES = 40;

  String flags() {
    if (view.flags().isEmpty()) {
      return "";
    }
    return Markdown.table(
            List.of("Flag", "Baseline", "Preview", "By"),
            view.flags().stream().limit(MOST).map(Differences::flag).toList())
        + more(view.flags().size());
  }

  String schema() {
    SchemaReport schema = view.schema();
    List<String> parts = new ArrayList<>();
    if (!schema.migrations().isEmpty()) {
      parts.add(
          Markdown.table(
                  List.of("Migration", "Service", "What", "Took"),
                  schema.migrations().stream().limit(MOST).map(Differences::migration).toList())
              + more(schema.migrations().size()));
    }
    if (!schema.changes().isEmpty()) {
      parts.add(changes(schema.changes()));
    }
    return String.join("\n\n", parts);
  }

  private static List<String> flag(FlagDifference flag) {
    return List.of(
        code(flag.key()),
        text(flag.before()),
        text(flag.after()),
        flag.byBranch() ? "the branch" : "a person");
  }

  private static List<String> migration(SchemaReport.Migration migration) {
    return List.of(
        code(migration.version()),
        text(migration.service()),
        text(migration.description()),
        Amount.took(migration.took()));
  }

  private static String changes(List<SchemaReport.Change> changes) {
    List<String> shown = changes.stream().limit(MOST).map(Differences::change).toList();
    String count = changes.size() == 1 ? "1 difference" : changes.size() + " differences";
    return Markdown.details(
        count + " of the databases from the baseline's",
        String.join("\n\n", shown) + more(changes.size()));
  }

  private static String change(SchemaReport.Change change) {
    String title =
        "%s: %s **%s**"
            .formatted(
                text(change.service()),
                code(change.thing()),
                change.kind().name().toLowerCase(Locale.ROOT));
    return title + definition("Before:", change.before()) + definition("After:", change.after());
  }

  private static String definition(String when, String sql) {
    return sql.isBlank()
        ? ""
        : "\n\n" + when + "\n\n" + Markdown.block("sql", sql, DEFINITION_LINES);
  }

  private static String more(int all) {
    return all > MOST ? "\n\nand " + (all - MOST) + " more." : "";
  }
}
