-- What agents say about a case beside its status, and who they are.

alter table case_management.cases
  add column priority text not null default 'normal' check (priority in ('low', 'normal', 'high', 'urgent')),
  add column category text check (char_length(category) between 1 and 60),
  add column tags text[] not null default '{}' check (cardinality(tags) <= 20),
  add column owner_id text,
  add column owner_name text,
  add column follow_up_on date,
  -- Why it is elevated and how it ended, as long as it is; the timeline keeps what once stood here.
  add column elevation_reason text check (char_length(elevation_reason) between 1 and 1000),
  add column resolution text check (char_length(resolution) between 1 and 1000),
  add check ((owner_id is null) = (owner_name is null)),
  add check (elevation_reason is null or status = 'elevated'),
  add check (resolution is null or status = 'closed');

-- Everybody who ever changed a case in the panel; a case can be given to them.
create table case_management.agents (
  -- The Flex identity.
  id text primary key,
  name text not null,
  first_seen_at timestamptz not null default now()
);

insert into case_management.agents (id, name)
select distinct on (actor_id) actor_id, actor_name from case_management.case_timeline
 -- Of who joined or left a chat, the timeline has the worker's SID, which is no identity.
 where actor_kind = 'agent' and event in ('status-changed', 'note-added') order by actor_id, id desc;

-- Also in a session that replicates, in which triggers are off otherwise.
alter table case_management.case_timeline enable always trigger timeline_only_grows;
