-- Contacts of any channel, and the tasks that a case was talked about in.

-- A contact without Discord has none of the three.
alter table case_management.contacts
  alter column application_id drop not null,
  alter column discord_user_id drop not null,
  alter column username drop not null,
  add check (num_nulls(application_id, discord_user_id, username) in (0, 3));
alter table case_management.cases alter column application_id drop not null;

-- Who a contact is in other channels: 'sms' and a phone number, 'slack' and team, user and channel. Discord's identity
-- stays with the contact, where a bot's application is part of it.
create table case_management.contact_identities (
  channel text not null check (channel ~ '^[a-z0-9_-]{1,40}$' and channel <> 'discord'),
  address text not null check (char_length(address) between 1 and 200),
  contact_id uuid not null references case_management.contacts (id),
  known_since timestamptz not null default now(),
  primary key (channel, address)
);

create index contact_identities_by_contact on case_management.contact_identities (contact_id);

alter table case_management.case_conversations add column channel text not null default 'discord';

-- Tasks that an agent kept with a case. A task is about one case; with messages it has a conversation as well.
create table case_management.case_tasks (
  task_sid text primary key,
  case_id uuid not null references case_management.cases (id),
  channel text not null,
  conversation_sid text,
  linked_at timestamptz not null default now()
);

create index case_tasks_by_case on case_management.case_tasks (case_id, linked_at);
