-- What agents say of articles that were suggested to them.

create table knowledge_base.article_feedback (
  application_id text not null,
  article_id text not null,
  -- The Flex identity of who said it.
  agent_id text not null,
  -- What the article was suggested for: the SID of a customer's message or, of a search by hand, a digest of its words.
  subject text not null,
  -- The server whose player was helped; null where none is known.
  guild_id text,
  agent_name text not null,
  -- What was looked for, as it was written.
  query text not null check (char_length(query) between 1 and 1000),
  given_at timestamptz not null default now(),
  -- An agent says it once per article and message.
  primary key (application_id, article_id, agent_id, subject)
);
