-- The baseline's orders become other people's; runs after shared.sql on a copy, never on the baseline itself.
select pg_temp.empty('kit_outbox', 'kit_inbox', 'spring_session', 'flag_documents');

update orders set
  customer = pg_temp.person(customer),
  model = pg_temp.claim(model::json)::text,
  tracking = pg_temp.note('SHIPPED', tracking);

update order_transitions set actor = pg_temp.person(actor), note = pg_temp.note(state, note);
