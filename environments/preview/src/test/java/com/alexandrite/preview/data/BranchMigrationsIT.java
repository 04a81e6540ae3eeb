package com.alexandrite.preview.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.alexandrite.preview.Content;
import com.alexandrite.preview.PreviewFailure;
import com.alexandrite.preview.SchemaReport;
import com.alexandrite.preview.SchemaReport.Change;
import com.alexandrite.preview.SchemaReport.Kind;
import com.alexandrite.preview.Space;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A branch with migrations of its own, pushed once and again. */
class BranchMigrationsIT {

  private static final Set<String> SHOP = Set.of("shop");

  @RegisterExtension static final TestPlatform platform = new TestPlatform();

  @TempDir private Path sources = Path.of("");

  private final Space space = platform.space("migrations");

  @BeforeEach
  void checkOut() throws IOException {
    platform.branch(sources);
  }

  @AfterEach
  void remove() throws IOException, InterruptedException {
    platform.databases().remove(space.name());
  }

  @Test
  void aBranchWithoutMigrationsDiffersInNothing() throws Exception {
    push();

    assertThat(platform.databases().report(space, SHOP)).isEqualTo(SchemaReport.SAME);
  }

  @Test
  void itsMigrationsRunAndAreReported() throws Exception {
    write("V2__gift.sql", "alter table orders add column gift_note text not null default '';");
    write(
        "V3__faster.sql",
        """
        drop index orders_of_customer;
        alter table orders alter column model_size type numeric(20, 0);
        alter table orders drop column failure_detail;
        alter table orders add constraint short check (length(gift_note) < 200);
        create table gifts (id uuid primary key, order_id uuid not null references orders);
        create index orders_by_gift on orders (gift_note);
        """);
    push();

    SchemaReport report = platform.databases().report(space, SHOP);

    assertThat(report.changes())
        .containsExactlyInAnyOrder(
            change(Kind.ADDED, "orders.gift_note", "", "text not null default ''::text"),
            change(Kind.ADDED, "table gifts", "", "id uuid not null, order_id uuid not null"),
            change(Kind.CHANGED, "orders.model_size", "bigint", "numeric(20,0)"),
            change(Kind.REMOVED, "orders.failure_detail", "text", ""),
            change(Kind.ADDED, "constraint orders.short", "", "CHECK ((length(gift_note) < 200))"),
            change(
                Kind.ADDED,
                "index orders_by_gift",
                "",
                "CREATE INDEX orders_by_gift ON public.orders USING btree (gift_note)"),
            change(
                Kind.REMOVED,
                "index orders_of_customer",
                "CREATE INDEX orders_of_customer ON public.orders USING btree (customer, created_at"
                    + " DESC, id)",
                ""));
    assertThat(report.migrations())
        .extracting(it -> it.service() + " " + it.version() + " " + it.description())
        .containsExactly("shop 2 gift", "shop 3 faster");
    assertThat(report.migrations()).allMatch(it -> !it.took().isNegative());
    assertThat(service()).as("the service itself finds nothing to do").isZero();
  }

  @Test
  void theNextPushKeepsDataAndRunsOnlyWhatIsNew() throws Exception {
    write("V2__gift.sql", "alter table orders add column gift_note text;");
    push();
    platform.as(space, "shop", "update orders set gift_note = 'mine'");
    write("V3__more.sql", "alter table orders add column more text;");

    push();

    assertThat(mine()).isEqualTo(62);
    assertThat(platform.databases().report(space, SHOP).migrations()).hasSize(2);
  }

  @Test
  void anEditedOneRunsAgainOnFreshData() throws Exception {
    write("V2__gift.sql", "alter table orders add column gift_note text;");
    push();
    platform.as(space, "shop", "update orders set gift_note = 'mine'");
    write("V2__gift.sql", "alter table orders add column gift_note varchar(99);");

    push();

    assertThat(mine()).isZero();
    assertThat(platform.databases().report(space, SHOP).changes())
        .containsExactly(change(Kind.ADDED, "orders.gift_note", "", "character varying(99)"));
    assertThat(service()).isZero();
  }

  @Test
  void aRenumberedOrDeletedOneLeavesNothingOfItsEarlierSelf() throws Exception {
    write("V2__gift.sql", "alter table orders add column gift_note text;");
    push();
    Files.delete(file("V2__gift.sql"));
    write("V3__gift.sql", "alter table orders add column gift_note text;");

    push();
    assertThat(platform.databases().report(space, SHOP).migrations())
        .extracting(SchemaReport.Migration::version)
        .containsExactly("3");

    Files.delete(file("V3__gift.sql"));
    push();
    assertThat(platform.databases().report(space, SHOP)).isEqualTo(SchemaReport.SAME);
  }

  @Test
  void aServiceThatTheBranchNoLongerChangesIsAsInTheBaseline() throws Exception {
    write("V2__gift.sql", "alter table orders add column gift_note text;");
    push();

    platform.databases().make(space, platform.baselineOnly("shop"));

    assertThat(platform.databases().report(space, SHOP)).isEqualTo(SchemaReport.SAME);
  }

  @Test
  void aFailingOneIsExplainedAndTheNextPushBeginsAfresh() throws Exception {
    write("V2__gift.sql", "alter table orders add column gift_note text;");
    write("V3__wrong.sql", "select 1;\n\nalter table orders\n  add column price nomoney;");

    PreviewFailure failure = catchThrowableOfType(PreviewFailure.class, this::push);

    assertThat(failure.problem().code()).isEqualTo("migration-failed");
    assertThat(failure.problem().what())
        .contains("shop")
        .contains("services/shop/src/main/resources/db/migration/V3__wrong.sql, line 3")
        .contains("type \"nomoney\" does not exist");
    assertThat(failure.problem().action()).contains("push again");
    assertThat(failure.problem().detail()).contains("add column price nomoney");

    write("V3__wrong.sql", "alter table orders add column price numeric;");
    push();
    assertThat(platform.databases().report(space, SHOP).changes()).hasSize(2);
    assertThat(service()).isZero();
  }

  @Test
  void anEditOfWhatTheBaselineRanIsRefused() throws Exception {
    Files.writeString(
        file("V1__orders.sql"), Files.readString(file("V1__orders.sql")) + "\n-- x\n");

    assertThatThrownBy(this::push)
        .isInstanceOfSatisfying(
            PreviewFailure.class,
            failure -> {
              assertThat(failure.problem().code()).isEqualTo("migrations-unlike-baseline");
              assertThat(failure.problem().detail()).contains("checksum mismatch");
            });
  }

  @Test
  void theKitsMigrationsMayComeLaterThanTheServicesOwn() throws Exception {
    Files.writeString(
        sources.resolve("services/service-kit/src/main/resources/db/migration/kit/V0_9__more.sql"),
        "create table kit_more (id int);");

    push();

    assertThat(platform.databases().report(space, SHOP).changes())
        .containsExactly(change(Kind.ADDED, "table kit_more", "", "id integer"));
    assertThat(service()).isZero();
  }

  private void push() throws IOException, InterruptedException, PreviewFailure {
    platform.databases().make(space, new Content("1".repeat(40), sources, SHOP, SHOP));
  }

  private int service() {
    return platform.migrate("shop", space.database("shop"), space.secret("database"), sources);
  }

  private long mine() throws IOException {
    return platform.count(space.database("shop"), "orders where gift_note = 'mine'");
  }

  private void write(String file, String sql) throws IOException {
    Files.writeString(file(file), sql);
  }

  private Path file(String name) {
    return sources.resolve("services/shop/src/main/resources/db/migration/" + name);
  }

  private static Change change(Kind kind, String thing, String before, String after) {
    return new Change("shop", kind, thing, before, after);
  }
}
