package com.alexandrite.mes.workorder;

import com.alexandrite.kit.page.Page;
import com.alexandrite.messages.Geometry;
import com.alexandrite.messages.ManufacturingApproved;
import com.alexandrite.messages.ModelFile;
import com.alexandrite.messages.OrderProgress;
import com.alexandrite.messages.OrderState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Work orders in the database. */
@Repository
class WorkOrderTable {

  private static final int LIMIT = 50;

  private final JdbcClient jdbc;
  private final JsonMapper json;

  WorkOrderTable(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** Enters an approved order; false if it is known. */
  boolean insert(ManufacturingApproved approved) {
    return jdbc.sql(
                """
                insert into work_orders (order_id, number, state, version, material, quantity, model, geometry, due_at)
                values (:id, :number, :state, :version, :material, :quantity, :model, :geometry, :due)
                on conflict (order_id) do nothing
                """)
            .param("id", approved.facts().orderId())
            .param("number", approved.number())
            .param("state", OrderState.MANUFACTURING_APPROVED.name())
            .param("version", approved.facts().version())
            .param("material", approved.material())
            .param("quantity", approved.quantity())
            .param("model", json.writeValueAsString(approved.model()))
            .param("geometry", json.writeValueAsString(approved.geometry()))
            .param("due", Timestamp.from(approved.dueAt()))
            .update()
        == 1;
  }

  Optional<WorkOrder> find(UUID id) {
    return jdbc.sql("select * from work_orders where order_id = :id")
        .param("id", id)
        .query(this::workOrder)
        .optional();
  }

  /**
   * Locks the work order with the earliest deadline; passes over what another operator is taking
   * right now.
   */
  Optional<WorkOrder> lockNext() {
    return jdbc.sql(
            """
            select * from work_orders where state = 'MANUFACTURING_APPROVED'
            order by due_at, order_id limit 1 for update skip locked
            """)
        .query(this::workOrder)
        .optional();
  }

  /** One page of what nobody has taken, the earliest deadline first. */
  Page<WorkOrder> queue(int asked) {
    long total =
        jdbc.sql("select count(*) from work_orders where state = 'MANUFACTURING_APPROVED'")
            .query(Long.class)
            .single();
    return Page.of(total, asked, after -> in(OrderState.MANUFACTURING_APPROVED, Page.SIZE, after));
  }

  /** The fifty in a state that are due first. */
  List<WorkOrder> in(OrderState state) {
    return in(state, LIMIT, 0);
  }

  private List<WorkOrder> in(OrderState state, int limit, long after) {
    return jdbc.sql(
            """
            select * from work_orders where state = :state
            order by due_at, order_id limit :limit offset :after
            """)
        .param("state", state.name())
        .param("limit", limit)
        .param("after", after)
        .query(this::workOrder)
        .list();
  }

  /** One page of what is on the benches: this operator's own first, the earliest deadline first. */
  Page<WorkOrder> onBench(String operator, int asked) {
    String begun = "state in ('MANUFACTURING_STARTED', 'MANUFACTURING_COMPLETED', 'PACKAGING')";
    long total =
        jdbc.sql("select count(*) from work_orders where " + begun).query(Long.class).single();
    return Page.of(
        total,
        asked,
        after ->
            jdbc.sql(
                    """
                    select * from work_orders where %s
                    order by operator is distinct from :operator, due_at, order_id
                    limit :limit offset :after
                    """
                        .formatted(begun))
                .param("operator", operator)
                .param("limit", Page.SIZE)
                .param("after", after)
                .query(this::workOrder)
                .list());
  }

  void noteOperator(UUID id, String operator) {
    jdbc.sql("update work_orders set operator = :operator where order_id = :id")
        .param("operator", operator)
        .param("id", id)
        .update();
  }

  void noteTracking(UUID id, String tracking) {
    jdbc.sql("update work_orders set tracking = :tracking where order_id = :id")
        .param("tracking", tracking)
        .param("id", id)
        .update();
  }

  private WorkOrder workOrder(ResultSet row, int index) throws SQLException {
    return new WorkOrder(
        row.getObject("order_id", UUID.class),
        row.getString("number"),
        new OrderProgress(OrderState.valueOf(row.getString("state")), row.getLong("version")),
        row.getString("material"),
        row.getInt("quantity"),
        json.readValue(row.getString("model"), ModelFile.class),
        json.readValue(row.getString("geometry"), Geometry.class),
        row.getTimestamp("due_at").toInstant(),
        row.getString("operator"),
        row.getString("tracking"),
        row.getTimestamp("changed_at").toInstant());
  }
}
