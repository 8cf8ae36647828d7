-- Cases that were deleted: that there was one, who took it away and when. Nothing that anybody wrote in it.

create table case_management.deleted_cases (
  case_id uuid primary key,
  number bigint not null unique,
  -- Of the Discord bot that its player writes to; none for other channels.
  application_id text,
  -- One above the last that it had.
  version integer not null,
  -- SIDs of the conversations and tasks that were kept with it: whoever asks for their case learns what became of it.
  links text[] not null,
  opened_at timestamptz not null,
  deleted_at timestamptz not null default now(),
  deleted_by_id text not null,
  deleted_by_name text not null,
  -- In one order with the lines of all timelines: desks hear of it as of any other change.
  change bigint not null unique
);

create index deleted_cases_by_link on case_management.deleted_cases using gin (links);

-- What belongs to a case goes with it.
alter table case_management.case_conversations
  drop constraint case_conversations_case_id_fkey,
  add constraint case_conversations_case_id_fkey
    foreign key (case_id) references case_management.cases (id) on delete cascade;
alter table case_management.case_notes
  drop constraint case_notes_case_id_fkey,
  add constraint case_notes_case_id_fkey
    foreign key (case_id) references case_management.cases (id) on delete cascade;
alter table case_management.case_timeline
  drop constraint case_timeline_case_id_fkey,
  add constraint case_timeline_case_id_fkey
    foreign key (case_id) references case_management.cases (id) on delete cascade;
alter table case_management.bug_reports
  drop constraint bug_reports_case_id_fkey,
  add constraint bug_reports_case_id_fkey
    foreign key (case_id) references case_management.cases (id) on delete cascade;
alter table case_management.case_tasks
  drop constraint case_tasks_case_id_fkey,
  add constraint case_tasks_case_id_fkey
    foreign key (case_id) references case_management.cases (id) on delete cascade;
alter table case_management.player_questions
  drop constraint player_questions_case_id_fkey,
  add constraint player_questions_case_id_fkey
    foreign key (case_id) references case_management.cases (id) on delete cascade;
alter table case_management.outreaches
  drop constraint outreaches_case_id_fkey,
  add constraint outreaches_case_id_fkey
    foreign key (case_id) references case_management.cases (id) on delete cascade;

-- So that a deletion reads what it takes away, and not all there is.
create index outreaches_by_case on case_management.outreaches (case_id);
create index case_agents_by_case on case_management.case_agents (case_id);

-- A timeline still only grows, as long as there is its case; it goes with a case whose deletion is written down.
drop trigger timeline_only_grows on case_management.case_timeline;
create trigger timeline_only_grows
  before update or truncate on case_management.case_timeline
  for each statement execute function case_management.refuse_timeline_change();

create function case_management.refuse_timeline_deletion() returns trigger language plpgsql as $$
begin
  if exists (select from case_management.cases where id = old.case_id)
     or not exists (select from case_management.deleted_cases where case_id = old.case_id) then
    raise exception 'The timeline of a case only grows: delete is refused';
  end if;
  return old;
end
$$;

create trigger timeline_goes_with_its_case
  before delete on case_management.case_timeline
  for each row execute function case_management.refuse_timeline_deletion();

create function case_management.refuse_deletion_change() returns trigger language plpgsql as $$
begin
  raise exception 'That a case was deleted stays written down: % is refused', lower(tg_op);
end
$$;

create trigger deletions_only_grow
  before update or delete or truncate on case_management.deleted_cases
  for each statement execute function case_management.refuse_deletion_change();

-- Also in a session that replicates, in which triggers are off otherwise.
alter table case_management.case_timeline enable always trigger timeline_only_grows;
alter table case_management.case_timeline enable always trigger timeline_goes_with_its_case;
alter table case_management.deleted_cases enable always trigger deletions_only_grow;
