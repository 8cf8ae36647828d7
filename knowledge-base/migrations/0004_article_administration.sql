-- Articles are written in Flex too, and by several people at once.

alter table knowledge_base.articles
  add column version integer not null default 1,
  -- Of the article as files published it last; null for one that no file had. It tells whose change is the newer one.
  add column published_digest text,
  drop constraint articles_state_check,
  -- 'deleted': taken away in Flex while a file still has it, so that publishing the file does not bring it back.
  add constraint articles_state_check check (state in ('published', 'draft', 'deleted'));

create function knowledge_base.article_digest(
  title text, category text, queries text[], url text, body text, language text, state text
) returns text language sql stable
  return md5(jsonb_build_array(title, category, to_jsonb(queries), url, body, language, state)::text);

update knowledge_base.articles
   set published_digest = knowledge_base.article_digest(title, category, queries, url, text, language, state)
 where updated_by = 'knowledge:publish';

create index articles_by_title on knowledge_base.articles (application_id, lower(title), key);

-- The servers that articles can be for, as the worker knows them.
create table knowledge_base.servers (
  application_id text not null,
  guild_id text not null,
  name text not null,
  primary key (application_id, guild_id)
);

-- A file that is being imported arrives in pieces, since a request of a Function is limited.
create table knowledge_base.import_parts (
  import_id uuid not null,
  part integer not null,
  content text not null,
  created_at timestamptz not null default now(),
  primary key (import_id, part)
);
