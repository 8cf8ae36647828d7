-- Notices that ask something: their buttons, and where they are, so that they can say what was answered.

alter table relay.player_notices
  add column buttons jsonb,
  -- Of a notice with buttons.
  add column message_id text;

comment on column relay.player_notices.message_id is 'Snowflake of the message, kept of a notice with buttons.';
create index player_notices_asking on relay.player_notices (dm_channel_id, done_at desc) where message_id is not null;
