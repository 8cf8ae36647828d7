-- Messages that agents write to players first.

create table case_management.outreaches (
  -- Chosen by who asks, so that a repeated request sends one message.
  id uuid primary key,
  case_id uuid not null references case_management.cases (id),
  agent_id text not null,
  agent_name text not null,
  -- Who gets the task, by TaskRouter's SID.
  worker_sid text not null,
  -- Gone once it is sent or has failed.
  text text,
  state text not null default 'sending' check (state in ('sending', 'sent', 'failed')),
  -- Discord has it, whatever becomes of the rest.
  discord_message_id text,
  failure text,
  conversation_sid text,
  created_at timestamptz not null default now(),
  done_at timestamptz,
  check ((state = 'sending') = (text is not null)),
  check ((state = 'failed') = (failure is not null))
);
