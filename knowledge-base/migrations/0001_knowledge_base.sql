-- Articles for players. An article of one server (guild) stands in front of one of the same id for all servers.

create table knowledge_base.articles (
  key uuid primary key default gen_random_uuid(),
  application_id text not null,
  -- Null: for every server of the application.
  guild_id text,
  -- What a button carries, and what a link to the article is made of.
  id text not null check (id ~ '^[a-z0-9][a-z0-9-]{0,59}$'),
  title text not null check (char_length(title) between 1 and 256),
  category text not null check (char_length(category) between 1 and 256),
  -- Questions that this article answers, as players ask them.
  queries text[] not null default '{}',
  url text check (char_length(url) <= 500),
  -- Markdown.
  text text not null check (text <> ''),
  language text not null default 'en',
  state text not null default 'published' check (state in ('published', 'draft')),
  updated_by text not null,
  updated_at timestamptz not null default now()
);

create unique index one_article_per_id on knowledge_base.articles (application_id, coalesce(guild_id, ''), id);

-- Raised by every publication, so that a search index in memory can tell that it is out of date.
create table knowledge_base.revisions (
  application_id text primary key,
  revision bigint not null
);
