package com.alexandrite.preview.data;

import java.io.IOException;
import java.util.List;

/** The schema of a database as its catalogs tell it. */
final class Catalog {

  /** The tables of Flyway are the same in all. */
  private static final String SQL =
      """
      with tables as (
        select c.oid, case when n.nspname = 'public' then '' else n.nspname || '.' end || c.relname as name
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
          and c.relname not like '%schema_history'
      )
      select t.name as tab, 1 as kind, a.attnum as place, t.name || '.' || a.attname as thing,
        format_type(a.atttypid, a.atttypmod)
          || case when a.attnotnull then ' not null' else '' end
          || case when a.attidentity <> '' then ' generated as identity'
               when a.attgenerated <> '' then ' generated as (' || pg_get_expr(d.adbin, d.adrelid) || ')'
               when d.adbin is not null then ' default ' || pg_get_expr(d.adbin, d.adrelid) else '' end as definition
      from tables t join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
        left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
      union all
      select t.name, 2, 0, 'index ' || i.relname, pg_get_indexdef(x.indexrelid)
      from tables t join pg_index x on x.indrelid = t.oid join pg_class i on i.oid = x.indexrelid
      where not exists (select from pg_constraint k where k.conindid = x.indexrelid and k.contype in ('p', 'u', 'x'))
      union all
      select t.name, 3, 0, 'constraint ' || t.name || '.' || k.conname, pg_get_constraintdef(k.oid)
      from tables t join pg_constraint k on k.conrelid = t.oid
      where k.contype in ('p', 'u', 'f', 'c', 'x')
      order by tab, kind, place, thing
      """;

  private Catalog() {}

  /**
   * A column, an index or a constraint.
   *
   * @param table that it belongs to
   * @param name {@code orders.gift_note}, {@code index orders_by_day}
   * @param definition as SQL writes it
   */
  record Thing(String table, String name, String definition) {

    boolean isColumn() {
      return name.startsWith(table + ".");
    }

    /** The column without its table. */
    String plainName() {
      return name.substring(table.length() + 1);
    }
  }

  /** Everything in a database, columns in their order. */
  static List<Thing> of(String database, DatabaseServer server) throws IOException {
    return server.askIn(
        database,
        row -> new Thing(row.getString("tab"), row.getString("thing"), row.getString("definition")),
        SQL);
  }
}
