-- Messages that agents write first wait in the lane of the player's DM, like everything that starts a conversation.

alter table relay.inbox drop constraint inbox_kind_check;
alter table relay.inbox add constraint inbox_kind_check
  check (kind in ('message', 'command', 'notice', 'change', 'outreach'));
