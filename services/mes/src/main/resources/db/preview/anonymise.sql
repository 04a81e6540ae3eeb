-- The baseline's work orders become other people's; runs after shared.sql on a copy, never on the baseline itself.
select pg_temp.empty('kit_outbox', 'kit_inbox', 'spring_session', 'flag_documents');

update work_orders set
  model = pg_temp.claim(model::json)::text,
  operator = pg_temp.person(operator),
  tracking = pg_temp.note('SHIPPED', tracking);

update order_transitions set actor = pg_temp.person(actor), note = pg_temp.note(state, note);
