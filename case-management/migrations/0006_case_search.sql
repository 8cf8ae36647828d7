-- What the search over cases stands on: of each case the words of its subject, notes, report and contact, kept by
-- triggers in the transaction that changes them, whoever does. docs/decisions/0023 says why it looks like this.
-- No extension is needed, and nothing depends on the locale of the database.

-- Letters as they are compared: without capitals, accents, full width, and what cannot be seen.
do $$
declare
  -- Of the collations that lower-case every script, the one that this server has.
  chosen text := (select format('%I.%I', n.nspname, c.collname)
                    from pg_collation c join pg_namespace n on n.oid = c.collnamespace
                   where c.collname in ('pg_c_utf8', 'und-x-icu') and n.nspname = 'pg_catalog'
                   order by c.collname limit 1);
begin
  execute format(
    $body$
      create function case_management.fold_text(given text) returns text
      language sql immutable parallel safe strict as
      $fold$
        select lower(normalize(regexp_replace(normalize(given, NFKD),
          '[\u00AD\u0300-\u036F\u0591-\u05BD\u064B-\u065F\u0670\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFE00-\uFE0F\uFEFF]',
          '', 'g'), NFKC) %s)
      $fold$
    $body$,
    coalesce('collate ' || chosen, ''));
end
$$;

-- Runs of text without gaps between words, and runs of everything else that is not punctuation. The first are
-- scripts that are written without spaces, Hangul, whose words are glued together, and emoji.
create function case_management.text_runs(given text) returns table (run text, dense boolean)
language sql immutable parallel safe strict as $$
  select left(coalesce(found[1], found[2]), case when found[1] is null then 64 else 5000 end), found[1] is not null
    from regexp_matches(case_management.fold_text(given),
      '([\u0E00-\u0EFF\u1000-\u109F\u1100-\u11FF\u1780-\u17FF\u3005\u3007\u3040-\u30FA\u30FC-\u318F\u31F0-\u31FF\u3400-\u9FFF\uA960-\uA97F\uAC00-\uD7FF\uF900-\uFAFF\U0001F000-\U0003FFFF]+)'
      || '|([^\u0001-\u002F\u003A-\u0040\u005B-\u0060\u007B-\u00A9\u00AB-\u00B4\u00B6-\u00B9\u00BB-\u00BF\u00D7\u00F7\u055A-\u055F\u0589\u05BE\u05C0\u05C3\u060C\u061B\u061F\u066A-\u066D\u06D4\u0964\u0965\u0E00-\u0EFF\u1000-\u109F\u1100-\u11FF\u1780-\u17FF\u2000-\u206F\u2190-\u2BFF\u3000-\u318F\u31F0-\u31FF\u3400-\u9FFF\uA960-\uA97F\uAC00-\uD7FF\uF900-\uFAFF\uFE10-\uFE6F\uFFF0-\uFFFF\U0001F000-\U0003FFFF]+)',
      'g') as found
$$;

-- The words that a text is found by. A dense run is found by each two characters that follow each other, and by its last.
create function case_management.search_words(given text) returns table (word text)
language sql immutable parallel safe strict as $$
  select case when dense then substr(run, at, 2) else run end
    from case_management.text_runs(given)
    cross join lateral generate_series(1, case when dense then char_length(run) else 1 end) as at
$$;

create function case_management.search_terms(given text) returns tsvector
language sql immutable parallel safe as $$
  select array_to_tsvector(array(select distinct word from case_management.search_words(given)))
$$;

-- A name with a letter more, less or other than what is typed shares a word of these with it.
create function case_management.name_variants(name text) returns text[]
language sql immutable parallel safe strict as $$
  select array_agg(distinct variant)
    from (select name as variant
          union all
          select overlay(name placing '' from at for 1) from generate_series(1, char_length(name)) as at) as all_variants
$$;

-- The last digits of a number find it however its beginning is written, so they are kept backwards.
create function case_management.phone_word(phone text) returns text
language sql immutable parallel safe strict as $$
  select 'p' || reverse(regexp_replace(regexp_replace(phone, '[^0-9]', '', 'g'), '^0+', ''))
$$;

create table case_management.case_search (
  case_id uuid primary key references case_management.cases (id) on delete cascade,
  -- Number and subject.
  head tsvector not null,
  -- Of the contact: names, address, number.
  names tsvector not null,
  -- Of the notes and of what the player reported.
  notes tsvector not null
);
-- Long ones away from the row, so that finding many cases reads few pages; as they are, so that looking into one
-- costs little.
alter table case_management.case_search
  alter column head set storage external, alter column names set storage external, alter column notes set storage external;
alter table case_management.case_search set (toast_tuple_target = 640);

-- Words of names, for those that are typed with an error. Names that nobody has any more find nothing.
create table case_management.name_words (
  word text primary key check (char_length(word) between 4 and 64),
  variants text[] not null
);

create function case_management.name_terms(contact case_management.contacts) returns tsvector
language sql immutable parallel safe as $$
  select case_management.search_terms(concat_ws(' ', contact.display_name, contact.username, contact.first_name,
           contact.last_name, contact.email, contact.phone, case_management.phone_word(contact.phone)))
$$;

-- The words of a case's notes. A megabyte of them fits: what is older than that is not found by its words.
create function case_management.note_terms(wanted uuid) returns tsvector
language plpgsql stable as $$
declare
  terms tsvector := (select case_management.search_terms(concat_ws(' ', description, steps))
                       from case_management.bug_reports where case_id = wanted);
  added tsvector;
begin
  terms := coalesce(terms, '');
  for added in
    select case_management.search_terms(string_agg(text, ' '))
      from (select text, (row_number() over (order by created_at desc, id) - 1) / 20 as part
              from case_management.case_notes where case_id = wanted) as notes
     group by part order by part
  loop
    begin
      terms := terms || added;
    exception when program_limit_exceeded then
      return terms;
    end;
  end loop;
  return terms;
end
$$;

create function case_management.index_case(wanted uuid) returns void language sql as $$
  insert into case_management.case_search (case_id, head, names, notes)
  select c.id, case_management.search_terms(concat_ws(' ', c.number, c.subject)), case_management.name_terms(p),
         case_management.note_terms(c.id)
    from case_management.cases c join case_management.contacts p on p.id = c.contact_id where c.id = wanted
  on conflict (case_id) do update set head = excluded.head, names = excluded.names, notes = excluded.notes
$$;

create function case_management.add_note_terms(wanted uuid, added text) returns void language plpgsql as $$
begin
  update case_management.case_search
     set notes = notes || case_management.search_terms(added) where case_id = wanted;
exception when program_limit_exceeded then
  -- Full: the newest words take the place of the oldest.
  update case_management.case_search set notes = case_management.note_terms(wanted) where case_id = wanted;
end
$$;

create function case_management.add_name_words(contact case_management.contacts) returns void language sql as $$
  insert into case_management.name_words (word, variants)
  select word, case_management.name_variants(word)
    from (select distinct run as word
            from case_management.text_runs(concat_ws(' ', contact.display_name, contact.username, contact.first_name,
                   contact.last_name, contact.email))
           where not dense and char_length(run) between 4 and 64
           -- In one order, so that two transactions never wait for each other.
           order by run) as words
  on conflict (word) do nothing
$$;

create function case_management.index_changed_case() returns trigger language plpgsql as $$
begin
  perform case_management.index_case(new.id);
  return null;
end
$$;

create function case_management.index_note() returns trigger language plpgsql as $$
begin
  perform case_management.add_note_terms(new.case_id, new.text);
  return null;
end
$$;

create function case_management.index_report() returns trigger language plpgsql as $$
begin
  perform case_management.add_note_terms(new.case_id, concat_ws(' ', new.description, new.steps));
  return null;
end
$$;

create function case_management.index_changed_contact() returns trigger language plpgsql as $$
begin
  perform case_management.add_name_words(new);
  if tg_op = 'UPDATE' then
    update case_management.case_search s set names = case_management.name_terms(new)
      from case_management.cases c where c.contact_id = new.id and s.case_id = c.id;
  end if;
  return null;
end
$$;

-- Who worked on a case, as an agent of Flex. Who joined its chat is a worker's SID in the timeline, which is no agent.
create table case_management.case_agents (
  case_id uuid not null references case_management.cases (id) on delete cascade,
  agent_id text not null,
  primary key (agent_id, case_id)
);

create function case_management.remember_case_agent() returns trigger language plpgsql as $$
begin
  insert into case_management.case_agents (case_id, agent_id) values (new.case_id, new.actor_id) on conflict do nothing;
  return null;
end
$$;

-- What is there already. Nobody writes meanwhile: a minute or two for 100,000 cases with 500,000 notes.
lock table case_management.contacts, case_management.cases, case_management.case_notes, case_management.bug_reports,
  case_management.case_timeline in share row exclusive mode;
select count(*) from (select case_management.index_case(id) from case_management.cases offset 0) as indexed;
select count(*) from (select case_management.add_name_words(p) from case_management.contacts p offset 0) as indexed;
insert into case_management.case_agents (case_id, agent_id)
select distinct case_id, actor_id from case_management.case_timeline
 where actor_kind = 'agent' and event not in ('agent-joined', 'agent-left');

-- Without a list of what is yet to be put in: every search would have to go through it.
create index case_search_words on case_management.case_search using gin (head, names, notes) with (fastupdate = off);
create index name_words_by_variant on case_management.name_words using gin (variants) with (fastupdate = off);

create trigger case_search_of_new_case after insert on case_management.cases
  for each row execute function case_management.index_changed_case();
create trigger case_search_of_changed_case after update of subject, contact_id on case_management.cases
  for each row when (old.subject <> new.subject or old.contact_id <> new.contact_id)
  execute function case_management.index_changed_case();
create trigger case_search_of_note after insert on case_management.case_notes
  for each row execute function case_management.index_note();
create trigger case_search_of_report after insert on case_management.bug_reports
  for each row execute function case_management.index_report();
create trigger case_search_of_new_contact after insert on case_management.contacts
  for each row execute function case_management.index_changed_contact();
create trigger case_search_of_changed_contact after update on case_management.contacts
  for each row when ((old.display_name, old.username, old.first_name, old.last_name, old.email, old.phone)
    is distinct from (new.display_name, new.username, new.first_name, new.last_name, new.email, new.phone))
  execute function case_management.index_changed_contact();
create trigger case_agent_of_event after insert on case_management.case_timeline
  for each row when (new.actor_kind = 'agent' and new.event not in ('agent-joined', 'agent-left'))
  execute function case_management.remember_case_agent();

-- Each row is one word that was typed: where it stands or begins a word, and the names that are one letter away from
-- it. A telephone number is one word, found by its end.
create function case_management.search_question(typed text) returns table (exact tsquery, nearly tsquery)
language sql stable strict as $$
  select format('''%s'':* | ''%s''', case_management.phone_word(typed), digits)::tsquery, null::tsquery
    from (select regexp_replace(typed, '[^0-9]', '', 'g') as digits) as number
   where typed ~ '^[+0-9 ()./-]+$' and char_length(digits) between 6 and 40
  union all
  select case
           when dense and char_length(run) = 1 then format('''%s'':*', run)
           when dense then (select string_agg(distinct format('''%s''', substr(run, at, 2)), ' & ')
                              from generate_series(1, char_length(run) - 1) as at)
           when run ~ '^[0-9]+$' or char_length(run) < 2 then format('''%s''', run)
           else format('''%s'':*', run)
         end::tsquery,
         case when not dense and char_length(run) >= 4 and run !~ '^[0-9]+$' then (
           select string_agg(format('''%s''', word), ' | ')::tsquery
             from (select n.word from case_management.name_words n where n.variants && case_management.name_variants(run)
                    order by abs(char_length(n.word) - char_length(run)), n.word limit 40) as names)
         end
    from (select * from case_management.text_runs(left(typed, 200)) limit 8) as runs
   where not (typed ~ '^[+0-9 ()./-]+$' and char_length(regexp_replace(typed, '[^0-9]', '', 'g')) between 6 and 40)
$$;

-- What the list is filtered, sorted and counted by.
alter table case_management.cases
  add column if not exists csat_score smallint check (csat_score between 1 and 5);
create index cases_by_creation on case_management.cases (created_at, status);
create index cases_by_update on case_management.cases (updated_at desc, number desc);
create index cases_by_owner on case_management.cases (owner_id, number desc);
create index cases_by_tag on case_management.cases using gin (tags);
