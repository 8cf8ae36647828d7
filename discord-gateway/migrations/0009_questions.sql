-- Notices that ask something or show how a case stands: where they are, so that they can be edited.

alter table relay.player_notices
  add column buttons jsonb,
  add column embed jsonb,
  -- Of a notice with buttons or an embed.
  add column message_id text;

comment on column relay.player_notices.message_id is 'Snowflake of the message, kept of a notice that is edited.';
create index player_notices_asking on relay.player_notices (dm_channel_id, done_at desc) where message_id is not null;
