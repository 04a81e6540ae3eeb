package com.alexandrite.preview.build;

import static org.assertj.core.api.Assertions.assertThat;

import com.alexandrite.preview.change.Repository;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkTreeTest {
  @TempDir private Path temporary;
  private Repository repository;
  private WorkTree tree;
  private String first = "";
  private String second = "";

  @BeforeEach
  void twoRevisions() throws Exception {
    repository = Repository.in(temporary.resolve("checkout"));
    repository.write(".gitignore", "target/\n.home/\n");
    repository.write("shop/src/main/Cart", "1");
    repository.write("crm/src/main/Inbox", "1");
    first = repository.commit("first");
    second = repository.branch("second", "main", Map.of("crm/src/main/More", "1"));
    repository.git().run("rm", "--quiet", "shop/src/main/Cart");
    repository.write("shop/src/main/Basket", "1");
    second = repository.commit("renames");
    tree = new WorkTree(repository.git(), repository.folder().resolve(".home/work"));
  }

  @Test
  void keeps_what_was_built_unless_a_source_of_it_is_gone() throws Exception {
    tree.moveTo(first);
    Path crm = built("crm");
    Path shop = built("shop");
    Files.writeString(tree.folder().resolve("stray"), "left by a build");

    tree.moveTo(second);

    assertThat(tree.folder().resolve("shop/src/main/Basket")).exists();
    assertThat(tree.folder().resolve("stray")).doesNotExist();
    assertThat(crm).exists();
    assertThat(shop).doesNotExist();
  }

  @Test
  void a_broken_one_is_made_anew() throws Exception {
    tree.moveTo(first);
    Path lock =
        Path.of(
            repository
                .git()
                .run("-C", tree.folder().toString(), "rev-parse", "--git-path", "index.lock")
                .strip());
    Files.createFile(lock);

    tree.moveTo(second);

    assertThat(tree.folder().resolve("shop/src/main/Basket")).exists();
    assertThat(tree.folder().resolve("shop/src/main/Cart")).doesNotExist();
  }

  @Test
  void the_checkout_around_it_is_never_moved() throws Exception {
    String head = repository.git().revision("HEAD");
    repository.write("crm/src/main/Inbox", "work of a person");
    tree.moveTo(first);
    Files.delete(tree.folder().resolve(".git"));

    tree.moveTo(first);

    assertThat(repository.git().revision("HEAD")).isEqualTo(head);
    assertThat(repository.folder().resolve("crm/src/main/Inbox")).hasContent("work of a person");
    assertThat(tree.folder().resolve("shop/src/main/Cart")).exists();
  }

  private Path built(String module) throws Exception {
    Path target = tree.folder().resolve(module).resolve("target/classes");
    return Files.writeString(Files.createDirectories(target).resolve("A.class"), "built");
  }
}
