-- Transfers that nobody takes, and messages that come between an agent's leaving and its notice.

alter table virtual_agent.conversations
  -- The task that is waited for is a transfer's: if it comes to nothing, the queue is asked before the bot is back.
  add column transferred boolean not null default false,
  -- The worker itself has to ask for an agent, at once: nobody else does.
  add column agent_wanted boolean not null default false;

-- The task went away without an agent having done it.
alter table virtual_agent.ended_tasks add column given_up boolean not null default false;
