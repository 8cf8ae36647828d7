-- Several agents one after the other, or at once, in one conversation: transfers, leaving, parking.

-- unattended: agents were there and left, the conversation is open. The player's next message asks for an agent.
alter table virtual_agent.conversations drop constraint conversations_mode_check;
alter table virtual_agent.conversations add constraint conversations_mode_check
  check (mode in ('bot', 'handing-off', 'agent', 'unattended', 'ended'));

-- The Interaction and its channel in Flex: another agent is invited into it.
alter table virtual_agent.conversations
  add column interaction_sid text,
  add column interaction_channel_sid text,
  -- When the departure of the last agent was noticed first: a second look some seconds later decides.
  add column departure_noticed_at timestamptz;

-- Agents in a conversation, by their reservation. A departure heard before the arrival is there already.
create table virtual_agent.attendances (
  reservation_sid text not null,
  conversation_sid text not null references virtual_agent.conversations (conversation_sid),
  task_sid text not null,
  agent_name text not null,
  joined_at timestamptz not null default now(),
  left_at timestamptz,
  primary key (conversation_sid, reservation_sid)
);

-- Tasks that are over: what is heard of them late changes nothing.
create table virtual_agent.ended_tasks (
  task_sid text not null,
  conversation_sid text not null references virtual_agent.conversations (conversation_sid),
  ended_at timestamptz not null default now(),
  primary key (conversation_sid, task_sid)
);

insert into virtual_agent.ended_tasks (task_sid, conversation_sid)
  select released_task_sid, conversation_sid from virtual_agent.conversations where released_task_sid is not null
  on conflict do nothing;
