-- Messages that are edited or deleted, in both directions.

alter table relay.inbox drop constraint inbox_kind_check;
alter table relay.inbox add constraint inbox_kind_check check (kind in ('message', 'command', 'notice', 'change'));

create table relay.message_versions (
  message_sid text not null,
  change_id text not null,
  body text not null,
  stored_at timestamptz not null default now(),
  primary key (message_sid, change_id)
);
comment on table relay.message_versions is
  'What a player''s message said before and after each change. Kept for 30 days (decision 16).';
comment on column relay.message_versions.change_id is '"original", else the change as the inbox names it.';
create index message_versions_old on relay.message_versions (stored_at);

alter table relay.outbox add column part_digests text[] not null default '{}';
alter table relay.outbox add column changed_at timestamptz;
comment on column relay.outbox.part_digests is 'What each part holds, so that a change that changes nothing is recognised.';
comment on column relay.outbox.changed_at is 'Twilio''s time of the last change that reached the player: an older one that comes late is ignored.';

create table relay.outbox_changes (
  conversation_sid text not null,
  message_index integer not null,
  kind text not null check (kind in ('edit', 'delete')),
  body text,
  attributes text,
  updated_at timestamptz not null,
  attempts integer not null default 0,
  next_attempt_at timestamptz not null default now(),
  last_error text,
  received_at timestamptz not null default now(),
  primary key (conversation_sid, message_index)
);
comment on table relay.outbox_changes is 'What a message is to become for the player, once it is there. The row goes when that is so.';
