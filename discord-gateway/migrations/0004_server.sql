-- The Discord server as `npm run setup:discord` made it, and what is announced there.

create table relay.server_objects (
  application_id text not null,
  guild_id text not null,
  key text not null,
  discord_id text not null,
  created boolean not null,
  updated_at timestamptz not null default now(),
  primary key (application_id, guild_id, key)
);
comment on table relay.server_objects is 'What the setup made or took over in a server: category, channels, pinned messages.';
comment on column relay.server_objects.key is '"category", "channel:PURPOSE" or "explanation:PURPOSE".';
comment on column relay.server_objects.created is 'False: it was there before; the setup neither renames nor moves it.';

create table relay.announcements (
  application_id text not null,
  guild_id text not null,
  announcement_id text not null,
  content json not null,
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'failed')),
  attempted_at timestamptz,
  channel_id text,
  message_id text,
  problem text,
  received_at timestamptz not null default now(),
  done_at timestamptz,
  primary key (application_id, guild_id, announcement_id)
);
comment on table relay.announcements is 'Official news from the endpoint: the same id is the same announcement.';
comment on column relay.announcements.attempted_at is
  'The first attempt to post it. From then on it may be in the channel, and is looked for before it is posted again.';
create unique index announcements_message on relay.announcements (message_id);
