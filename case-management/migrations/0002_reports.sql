-- What players report with slash commands: bugs, each with its case, and ideas.

alter table case_management.cases drop constraint cases_source_check;
-- 'discord-command' was never written by any release.
alter table case_management.cases add constraint cases_source_check
  check (source in ('discord-dm', 'bug-command', 'agent', 'other-channel'));

create table case_management.bug_reports (
  case_id uuid primary key references case_management.cases (id),
  -- Of Discord: a report that is handed in twice opens one case.
  interaction_id text not null unique,
  description text not null check (description <> ''),
  steps text,
  platform text check (platform in ('pc', 'playstation', 'xbox', 'switch', 'ios', 'android', 'other'))
);

create table case_management.feature_requests (
  id uuid primary key default gen_random_uuid(),
  number bigint generated always as identity unique,
  application_id text not null,
  guild_id text,
  guild_name text,
  contact_id uuid not null references case_management.contacts (id),
  interaction_id text not null unique,
  title text not null check (char_length(title) between 1 and 200),
  description text not null check (description <> ''),
  created_at timestamptz not null default now()
);
