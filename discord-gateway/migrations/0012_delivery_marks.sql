-- The agent sees what the player has: up to which message that was told to Twilio.

alter table relay.conversations add column marked_index integer not null default -1;
comment on column relay.conversations.marked_index is 'Agents were shown that the player has the messages up to this index.';
