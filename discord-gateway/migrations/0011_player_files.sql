-- Files that players send: each is a row of its own behind its message's text.

alter table relay.inbox drop constraint inbox_kind_check;
alter table relay.inbox add constraint inbox_kind_check check (kind in ('message', 'file', 'command', 'notice', 'change', 'outreach'));
alter table relay.inbox add column media_sid text;
comment on column relay.inbox.media_sid is
  'A file that is uploaded to Twilio, written before its message is posted: it is not uploaded again.';
comment on column relay.inbox.discord_id is
  'Snowflake of the message or interaction, MESSAGE/ATTACHMENT of a file: stored once, however often it is told.';
create index inbox_files on relay.inbox (split_part(discord_id, '/', 1)) where kind = 'file';
