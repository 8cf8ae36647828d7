-- Search indexes, built by the worker after every publication and loaded by whoever searches.

create table knowledge_base.search_snapshots (
  application_id text not null,
  -- Empty: what servers see that have no articles of their own.
  guild_id text not null default '',
  -- Of the bytes. A release reads its own format only, so two releases can run side by side.
  format integer not null,
  -- The publication that it has, of knowledge_base.revisions.
  revision bigint not null,
  -- Of the articles that it was built from: the same ones need not be built again.
  digest text not null,
  byte_length integer not null,
  parts integer not null,
  built_at timestamptz not null default now(),
  primary key (application_id, guild_id, format)
);

-- In parts, so that nobody has to hold a snapshot twice while reading it.
create table knowledge_base.search_snapshot_parts (
  application_id text not null,
  guild_id text not null,
  format integer not null,
  digest text not null,
  part integer not null,
  content bytea not null,
  primary key (application_id, guild_id, format, digest, part)
);
-- It does not get smaller by Postgres's compression, only slower.
alter table knowledge_base.search_snapshot_parts alter column content set storage external;
