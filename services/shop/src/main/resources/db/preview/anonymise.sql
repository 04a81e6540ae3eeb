-- The baseline's orders become other people's; runs after shared.sql on a copy, never on the baseline itself.
select pg_temp.empty('kit_outbox', 'kit_inbox', 'spring_session', 'flag_documents');

update orders set
  customer = pg_temp.person(customer),
  model_key = case when model_key is not null then 'demo/' || (pg_temp.demo_model(model_sha256)).file end,
  model_size = case when model_key is not null then (pg_temp.demo_model(model_sha256)).size end,
  model_name = pg_temp.file(model_name),
  failure_detail = case when failure_detail is not null then 'This model could not be priced.' end;
update orders set model_sha256 = (pg_temp.demo_model(model_sha256)).sha256 where model_sha256 is not null;

update order_transitions set actor = pg_temp.person(actor), note = pg_temp.note(state, note);
