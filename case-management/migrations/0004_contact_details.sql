-- What agents know of a contact beside Discord's identity.

alter table case_management.contacts
  add column version integer not null default 1 check (version > 0),
  add column first_name text check (char_length(first_name) between 1 and 100),
  add column last_name text check (char_length(last_name) between 1 and 100),
  add column email text check (char_length(email) between 1 and 254),
  add column phone text check (char_length(phone) between 1 and 40),
  add column labels text[] not null default '{}' check (cardinality(labels) <= 20),
  add column notes text check (char_length(notes) between 1 and 5000);
