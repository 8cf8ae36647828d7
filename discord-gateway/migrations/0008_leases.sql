-- One worker at a time: who it is, and since when it was last heard of.

create table relay.leases (
  application_id text primary key,
  epoch bigint not null default 0,
  holder text,
  renewed_at timestamptz not null default now(),
  released boolean not null default true
);
comment on table relay.leases is
  'The worker that may act for a bot. Each take-over raises the epoch; connections of an older epoch are ended and refused.';
comment on column relay.leases.holder is 'Host and process of the worker, for the operator.';
comment on column relay.leases.released is 'The holder left in order, with nothing under way.';
