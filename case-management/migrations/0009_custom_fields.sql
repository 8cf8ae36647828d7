-- Fields that a team defines for its cases and contacts, and the tags that it offers.

create table case_management.custom_fields (
  id uuid primary key,
  subject text not null check (subject in ('case', 'contact')),
  kind text not null check (kind in ('text', 'dropdown', 'checkbox')),
  name text not null check (char_length(name) between 1 and 60),
  -- Of a dropdown, in the order in which they are offered.
  options text[] not null default '{}' check (cardinality(options) <= 50),
  version integer not null default 1 check (version > 0),
  created_at timestamptz not null default now(),
  -- Its values stay where they are, and can be read.
  deleted_at timestamptz,
  check ((kind = 'dropdown') = (cardinality(options) > 0))
);
create unique index custom_fields_by_name on case_management.custom_fields (subject, lower(name)) where deleted_at is null;

-- By the id of their field. A checkbox that is ticked is "yes".
alter table case_management.cases
  add column custom_values jsonb not null default '{}' check (jsonb_typeof(custom_values) = 'object');
alter table case_management.contacts
  add column custom_values jsonb not null default '{}' check (jsonb_typeof(custom_values) = 'object');
create index cases_by_custom_value on case_management.cases using gin (custom_values jsonb_path_ops);

-- Tags that are offered; a case may have others.
create table case_management.tags (
  name text primary key check (char_length(name) between 1 and 40),
  created_at timestamptz not null default now(),
  deleted_at timestamptz
);
