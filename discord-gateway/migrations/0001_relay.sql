-- The relay's own state: what was received and not yet delivered, and where every direction stands.

create table relay.gateway_sessions (
  application_id text primary key,
  session_id text not null,
  resume_url text not null,
  sequence bigint not null,
  shard_id integer not null,
  shard_count integer not null,
  updated_at timestamptz not null default now()
);
comment on table relay.gateway_sessions is
  'The Discord gateway session. The sequence is written in the transaction that stores the events up to it.';

create table relay.guilds (
  application_id text not null,
  guild_id text not null,
  name text not null,
  primary key (application_id, guild_id)
);

create table relay.dm_channels (
  dm_channel_id text primary key,
  application_id text not null,
  user_id text not null,
  username text not null,
  display_name text not null,
  avatar_url text,
  locale text,
  guild_id text,
  named_as text,
  greeting_key text,
  greeting_text text,
  first_seen_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now()
);
comment on table relay.dm_channels is
  'Every DM channel ever seen: a bot cannot list them. One player each.';
comment on column relay.dm_channels.guild_id is 'The server of the last /helpme.';
comment on column relay.dm_channels.named_as is 'The display name that the player''s Conversations User carries.';
comment on column relay.dm_channels.greeting_key is 'The last greeting that the player was sent in the DM.';
comment on column relay.dm_channels.greeting_text is 'That greeting''s text while it is not in a conversation yet.';

create table relay.conversations (
  unique_name text primary key,
  position bigint generated always as identity,
  dm_channel_id text not null references relay.dm_channels,
  conversation_sid text unique,
  participant_sid text,
  state text not null default 'opening' check (state in ('opening', 'open', 'closed')),
  opening_attempts integer not null default 0,
  next_index integer not null default 0,
  agent_joined_at timestamptz,
  created_at timestamptz not null default now(),
  closed_at timestamptz
);
comment on column relay.conversations.state is
  'opening: being made; open: takes the player''s messages; closed: the player''s next message starts another one.';
comment on column relay.conversations.next_index is 'Every message below this index is dealt with, in order.';
create unique index conversations_one_current on relay.conversations (dm_channel_id) where state <> 'closed';
create index conversations_of_dm on relay.conversations (dm_channel_id, position desc);
create index conversations_with_agent on relay.conversations (conversation_sid)
  where agent_joined_at is not null and state = 'open';

create table relay.inbox (
  position bigint generated always as identity primary key,
  discord_id text not null unique,
  lane text not null,
  kind text not null check (kind in ('message', 'command')),
  payload json,
  state text not null default 'waiting' check (state in ('waiting', 'done', 'parked')),
  attempts integer not null default 0,
  next_attempt_at timestamptz not null default now(),
  last_error text,
  conversation_sid text,
  message_sid text,
  received_at timestamptz not null default now(),
  done_at timestamptz
);
comment on table relay.inbox is 'What Discord told us and what became of it. Rows of one lane are handled one after the other.';
comment on column relay.inbox.discord_id is 'Snowflake of the message or interaction: stored once, however often it is told.';
comment on column relay.inbox.payload is 'Gone once the row is done.';
create index inbox_waiting on relay.inbox (lane, position) where state = 'waiting';

create table relay.outbox (
  conversation_sid text not null references relay.conversations (conversation_sid),
  message_index integer not null,
  message_sid text,
  author text,
  body text,
  attributes text,
  media_count integer not null default 0,
  state text not null check (state in ('waiting', 'undeliverable', 'sent', 'own', 'skipped', 'deleted', 'failed')),
  parts_sent integer not null default 0,
  discord_message_ids text[] not null default '{}',
  attempts integer not null default 0,
  next_attempt_at timestamptz not null default now(),
  last_error text,
  received_at timestamptz not null default now(),
  done_at timestamptz,
  primary key (conversation_sid, message_index)
);
comment on column relay.outbox.state is
  'waiting: to be brought to the player; undeliverable: cannot be, the agent is still to be told; the others are final: '
  'sent, own (it came from Discord or is there already), skipped (nothing to show), deleted (a gap for good), failed (the agent was told).';
create index outbox_unfinished on relay.outbox (conversation_sid, message_index)
  where state in ('waiting', 'undeliverable');

create table relay.player_notices (
  key text primary key,
  position bigint generated always as identity,
  dm_channel_id text not null references relay.dm_channels,
  body text,
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'failed')),
  attempts integer not null default 0,
  next_attempt_at timestamptz not null default now(),
  last_error text,
  received_at timestamptz not null default now(),
  done_at timestamptz
);
comment on table relay.player_notices is 'What the player is told straight in the DM, behind everything already waiting for that DM.';
create index player_notices_waiting on relay.player_notices (dm_channel_id, position) where state = 'waiting';

create table relay.task_events (
  event_id text primary key,
  type text not null,
  received_at timestamptz not null default now()
);
comment on table relay.task_events is 'Event Streams delivers at least once: an event seen before is not acted on again.';
