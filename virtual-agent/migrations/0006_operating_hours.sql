-- When the agents of a server are there. A server without a row: always.
create table virtual_agent.operating_hours (
  application_id text not null,
  guild_id text not null,
  -- The shape is contracts' operatingHours.
  hours jsonb not null,
  updated_at timestamptz not null default now(),
  primary key (application_id, guild_id)
);
