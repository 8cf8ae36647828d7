-- Answers that agents have at hand: typed as /shortcut, they are put into the message.

create table knowledge_base.canned_responses (
  id uuid primary key,
  application_id text not null,
  -- Null: for every server of the application.
  guild_id text,
  shortcut text not null check (shortcut ~ '^[^[:space:]/]+$' and char_length(shortcut) <= 40),
  label text,
  text text not null check (text <> ''),
  -- Null: it fits every language.
  language text,
  version integer not null default 1,
  updated_by text not null,
  updated_at timestamptz not null default now()
);

create unique index one_response_per_shortcut
  on knowledge_base.canned_responses (application_id, coalesce(guild_id, ''), lower(shortcut));
