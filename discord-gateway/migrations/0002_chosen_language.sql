-- The language that a player chose with /language.

alter table relay.dm_channels add column chosen_language text;
comment on column relay.dm_channels.chosen_language is 'What the player chose; goes before the locale of Discord.';
