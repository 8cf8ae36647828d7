-- The language that a player's own messages tell.

alter table relay.dm_channels
  add column detected_language text,
  add column detected_certain boolean not null default false,
  add column hinted_language text,
  add column hinted_by text;
comment on column relay.dm_channels.detected_language is 'What the player writes, as far as the texts told.';
comment on column relay.dm_channels.detected_certain is 'A clear text told it, or two: it goes before an inherited locale.';
comment on column relay.dm_channels.hinted_by is 'The message that gave the last hint: read again, it is no second one.';
