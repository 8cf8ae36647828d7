-- Whose turn a conversation is, and what the virtual agent has said in it.

create table virtual_agent.conversations (
  conversation_sid text primary key,
  participant_sid text not null,

  -- Where the player is, in Discord's terms.
  application_id text not null,
  guild_id text,
  guild_name text,
  dm_channel_id text not null,
  user_id text not null,
  username text not null,
  display_name text not null,
  avatar_url text,
  locale text,

  -- bot: the virtual agent answers. handing-off: a case is open, no agent has accepted yet.
  -- agent: a person answers. ended: nobody does; the player's next message starts another conversation.
  mode text not null default 'bot' check (mode in ('bot', 'handing-off', 'agent', 'ended')),

  -- Who is answering at the moment. The lease ends by itself, should its holder die.
  lease_holder uuid,
  lease_until timestamptz,
  -- Raised by everyone who wants the conversation looked at. The holder compares it before letting go of the lease:
  -- a message that came meanwhile is seen, however the two interleave.
  looks_wanted bigint not null default 0,
  -- Index of the last player's message that has its answer.
  last_answered_index integer not null default -1,
  -- What the player wrote first: the subject of the case.
  topic text,

  case_id uuid,
  case_number bigint,
  -- The player asked for an agent, and the hand-off has not begun.
  handoff_requested_at timestamptz,
  -- Counts the hand-offs of this conversation, so that each is told once.
  handoff_attempt integer not null default 0,
  handoff_started_at timestamptz,
  -- When no task was found for the hand-off: a second miss some seconds later counts.
  task_missed_at timestamptz,
  -- When we asked for an Interaction ourselves: the task appears some seconds after.
  interaction_requested_at timestamptz,
  -- The hand-off failed; the player is not told yet, or the flow does not listen yet.
  return_pending boolean not null default false,

  task_sid text,
  -- The task of an earlier hand-off that came to nothing: what is heard of it late no longer matters.
  released_task_sid text,
  agent_name text,

  created_at timestamptz not null default now(),
  ended_at timestamptz,
  check ((mode = 'ended') = (ended_at is not null))
);

-- Answers posted, one row per message: an answer that has its row is never posted again.
create table virtual_agent.answers (
  conversation_sid text not null references virtual_agent.conversations (conversation_sid),
  -- Index of the player's message.
  answers_index integer not null,
  part integer not null,
  message_sid text not null,
  message_index integer not null,
  posted_at timestamptz not null default now(),
  primary key (conversation_sid, answers_index, part)
);

-- Lines that tell what happened. The row is there before the message: whoever inserts it posts.
create table virtual_agent.notices (
  conversation_sid text not null references virtual_agent.conversations (conversation_sid),
  key text not null,
  claimed_until timestamptz not null,
  -- From the second attempt on, Twilio is asked first whether the message is there already.
  attempts integer not null default 1,
  -- Null until the post is known to have succeeded.
  message_sid text,
  message_index integer,
  primary key (conversation_sid, key)
);
