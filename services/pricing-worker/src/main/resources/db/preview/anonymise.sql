-- Answers about customers' models become answers about demo models; runs after shared.sql on a copy, never on the
-- baseline itself.
select pg_temp.empty('kit_outbox', 'kit_inbox', 'spring_session', 'flag_documents', 'pricing_attempt');

update pricing_answer set
  model_sha256 = (pg_temp.demo_model(model_sha256)).sha256,
  geometry_hash = case when geometry_hash is not null then pg_temp.digest_of('geometry/' || geometry_hash) end;
