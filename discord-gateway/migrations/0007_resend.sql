-- A message that could not be delivered can be sent again, once per wish of an agent.

alter table relay.outbox add column resend_key text;
comment on column relay.outbox.resend_key is 'The wish that the message was last sent again for: the same wish counts once.';
