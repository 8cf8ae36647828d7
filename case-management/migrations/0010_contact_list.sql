-- What the list of contacts is searched and sorted by, kept by a trigger as the search over cases is.

alter table case_management.contacts
  add column search_terms tsvector not null default '',
  -- As people call the contact, in one order on every server.
  add column sort_name text collate "C" not null default '';

create function case_management.list_contact() returns trigger language plpgsql as $$
begin
  new.search_terms := case_management.name_terms(new);
  new.sort_name := case_management.fold_text(
    coalesce(nullif(concat_ws(' ', new.first_name, new.last_name), ''), new.display_name));
  return new;
end
$$;

create trigger contact_list_of_new_contact before insert on case_management.contacts
  for each row execute function case_management.list_contact();
create trigger contact_list_of_changed_contact before update of
    display_name, username, first_name, last_name, email, phone on case_management.contacts
  for each row when ((old.display_name, old.username, old.first_name, old.last_name, old.email, old.phone)
    is distinct from (new.display_name, new.username, new.first_name, new.last_name, new.email, new.phone))
  execute function case_management.list_contact();

update case_management.contacts c
   set search_terms = case_management.name_terms(c),
       sort_name = case_management.fold_text(
         coalesce(nullif(concat_ws(' ', c.first_name, c.last_name), ''), c.display_name));

create index contacts_by_words on case_management.contacts using gin (search_terms) with (fastupdate = off);
create index contacts_by_label on case_management.contacts using gin (labels);
create index contacts_by_name on case_management.contacts (sort_name, id);
create index contacts_by_update on case_management.contacts (updated_at, id);
