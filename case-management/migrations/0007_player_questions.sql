-- What players are asked about their cases: whether one is solved that nothing was heard of, and how they liked it.

alter table case_management.cases
  -- Of the last closing that the player rated.
  add column if not exists csat_score smallint check (csat_score between 1 and 5);

create table case_management.player_questions (
  -- Stands in the buttons. It proves nothing: who presses is compared with the case's contact.
  id uuid primary key default gen_random_uuid(),
  case_id uuid not null references case_management.cases (id),
  kind text not null check (kind in ('reminder', 'rating')),
  -- wanted: on its way; asked: in the DM; answered; not-reached: Discord will never take it.
  state text not null default 'wanted' check (state in ('wanted', 'asked', 'answered', 'not-reached')),
  created_at timestamptz not null default now(),
  settled_at timestamptz
);

create index player_questions_by_case on case_management.player_questions (case_id, kind, created_at desc);
