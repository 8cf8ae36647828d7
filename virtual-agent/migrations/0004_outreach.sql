-- Agents write to players first.

-- The worker whose message began the hand-off, and for whom its task is, until somebody joins.
alter table virtual_agent.conversations add column outreach_worker_sid text;
