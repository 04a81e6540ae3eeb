-- What an event carries along from its cause, as W3C's baggage header writes it; none in older rows.
alter table kit_outbox add column baggage text;
