-- What a conversation has been about so far, turn by turn.

-- What the player said and what was shown for it. Null for answers from before this was remembered.
alter table virtual_agent.answers add column turn jsonb;
