package com.alexandrite.preview.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.alexandrite.environment.source.Git;
import com.alexandrite.preview.PreviewFailure;
import com.alexandrite.preview.PreviewName;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BranchesTest {
  private static final PreviewName NAME = new PreviewName("both");

  @TempDir private Path temporary;
  private Repository repository;
  private Branches branches;

  @BeforeEach
  void twoBranches() throws Exception {
    repository = Repository.in(temporary.resolve("checkout"));
    repository.write("file", "one\n");
    repository.commit("first");
    repository.branch("feature/rings", "main", Map.of("rings", "1"));
    repository.branch("feature/gift", "main", Map.of("gift", "1"));
    branches = new Branches(repository.git());
  }

  @Test
  void one_branch_is_its_head() throws Exception {
    String head = repository.git().revision("feature/rings");

    assertThat(branches.resolve(NAME, List.of("feature/rings"))).isEqualTo(head);
    assertThat(branches.heads()).containsEntry("feature/rings", head).containsKey("main");
    assertThat(branches.subject(head)).startsWith("feature/rings changes");
  }

  @Test
  void several_are_merged_without_touching_the_work_tree() throws Exception {
    String merged = branches.resolve(NAME, List.of("feature/rings", "feature/gift"));

    assertThat(repository.git().run("ls-tree", "--name-only", merged).lines())
        .containsExactlyInAnyOrder("file", "rings", "gift");
    assertThat(repository.git().run("rev-list", "--parents", "-1", merged).strip().split(" "))
        .containsExactly(
            merged,
            repository.git().revision("feature/rings"),
            repository.git().revision("feature/gift"));
    assertThat(repository.git().changes()).isBlank();
    assertThat(branches.subject(merged)).isEqualTo("feature/rings + feature/gift");
  }

  @Test
  void the_same_heads_give_the_same_revision_in_another_clone_too() throws Exception {
    Path clone = temporary.resolve("clone");
    repository.git().run("clone", "--quiet", repository.folder().toString(), clone.toString());
    var both = List.of("feature/rings", "feature/gift");

    assertThat(new Branches(new Git(clone)).resolve(NAME, both))
        .isEqualTo(branches.resolve(NAME, both))
        .isEqualTo(branches.resolve(new PreviewName("other"), both));
  }

  @Test
  void a_branch_that_only_origin_has_counts() throws Exception {
    Path clone = temporary.resolve("clone");
    repository.git().run("clone", "--quiet", repository.folder().toString(), clone.toString());
    var there = new Branches(new Git(clone));

    assertThat(there.heads().keySet()).containsExactly("feature/gift", "feature/rings", "main");
    assertThat(there.resolve(NAME, List.of("feature/rings")))
        .isEqualTo(repository.git().revision("feature/rings"));
  }

  @Test
  void a_merge_is_kept_from_the_collector_until_it_is_forgotten() throws Exception {
    String merged = branches.resolve(NAME, List.of("feature/rings", "feature/gift"));

    repository.git().run("gc", "--quiet", "--prune=now");
    assertThat(repository.git().findRevision(merged)).isPresent();

    branches.forget(NAME);
    branches.forget(NAME);
    repository.git().run("gc", "--quiet", "--prune=now");
    assertThat(repository.git().findRevision(merged)).isEmpty();
  }

  @Test
  void a_conflict_names_the_two_branches_and_the_file() throws Exception {
    repository.branch("a", "main", Map.of("file", "two\n"));
    repository.branch("b", "main", Map.of("file", "three\n"));
    PreviewFailure failure = failure("feature/rings", "a", "b");

    assertThat(failure.problem().code()).isEqualTo("branches-conflict");
    assertThat(failure.problem().what()).isEqualTo("a and b change the same lines of file");
    assertThat(failure.problem().detail()).isEqualTo("file");
  }

  @Test
  void an_unknown_branch_brings_the_nearest_to_mind() throws Exception {
    assertThat(failure("feature/ring").problem().code()).isEqualTo("unknown-branch");
    assertThat(failure("feature/ring").problem().action()).isEqualTo("did you mean feature/rings?");
    assertThat(failure("rings").problem().action()).isEqualTo("did you mean feature/rings?");
    assertThat(failure("origin/feature/gift").problem().action()).contains("feature/gift");
    assertThat(failure("payment").problem().action()).contains("git fetch");
  }

  @Test
  void a_tag_or_a_revision_is_refused() throws Exception {
    repository.git().run("tag", "v1");

    assertThat(failure("v1").problem().code()).isEqualTo("not-a-branch");
    assertThat(failure(repository.git().revision("v1")).problem().action())
        .contains("git branch NAME");
  }

  @Test
  void what_looks_like_an_option_is_only_a_name() {
    assertThatThrownBy(() -> branches.resolve(NAME, List.of("--all")))
        .isInstanceOf(PreviewFailure.class);
  }

  private PreviewFailure failure(String... names) {
    return catchThrowableOfType(PreviewFailure.class, () -> branches.resolve(NAME, List.of(names)));
  }
}
