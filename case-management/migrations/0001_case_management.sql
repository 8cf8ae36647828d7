-- Cases, the contacts behind them, the conversations they were talked about in, notes, and a timeline that only grows.

create table case_management.contacts (
  id uuid primary key default gen_random_uuid(),
  application_id text not null,
  discord_user_id text not null,
  username text not null,
  display_name text not null,
  avatar_url text,
  locale text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (application_id, discord_user_id)
);

create table case_management.cases (
  id uuid primary key default gen_random_uuid(),
  -- The number that people say aloud. Four digits from the start, so that it looks like one.
  number bigint generated always as identity (start with 1001) unique,
  application_id text not null,
  guild_id text,
  guild_name text,
  contact_id uuid not null references case_management.contacts (id),
  subject text not null check (char_length(subject) between 1 and 200),
  status text not null default 'open' check (status in ('open', 'elevated', 'closed')),
  source text not null check (source in ('discord-dm', 'discord-command', 'agent', 'other-channel')),
  version integer not null default 1 check (version > 0),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  closed_at timestamptz,
  check ((status = 'closed') = (closed_at is not null))
);

create index cases_by_contact on case_management.cases (contact_id, number desc);

-- A conversation is about one case; a case may be talked about in several conversations.
create table case_management.case_conversations (
  conversation_sid text primary key,
  case_id uuid not null references case_management.cases (id),
  linked_at timestamptz not null default now()
);

create index case_conversations_by_case on case_management.case_conversations (case_id, linked_at);

create table case_management.case_notes (
  -- Chosen by who writes the note, so that a repeated request adds one.
  id uuid primary key,
  case_id uuid not null references case_management.cases (id),
  text text not null check (text <> ''),
  author_kind text not null check (author_kind in ('agent', 'player', 'system')),
  author_id text not null,
  author_name text not null,
  created_at timestamptz not null default now()
);

create index case_notes_by_case on case_management.case_notes (case_id, created_at);

create table case_management.case_timeline (
  id bigint generated always as identity primary key,
  case_id uuid not null references case_management.cases (id),
  event text not null,
  details jsonb not null default '{}',
  actor_kind text not null check (actor_kind in ('agent', 'player', 'system')),
  actor_id text not null,
  actor_name text not null,
  happened_at timestamptz not null default now()
);

create index case_timeline_by_case on case_management.case_timeline (case_id, id);

create function case_management.refuse_timeline_change() returns trigger language plpgsql as $$
begin
  raise exception 'The timeline of a case only grows: % is refused', lower(tg_op);
end
$$;

create trigger timeline_only_grows
  before update or delete or truncate on case_management.case_timeline
  for each statement execute function case_management.refuse_timeline_change();
