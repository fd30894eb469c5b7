-- What a page was made of is known again by a version, and the policy is a part of it. Its last change stands in a row of its own:
-- to ask every row of the policy for it, at each page, took longer than all the rest of the version.
create table roundtable.policy_change (
  only_one boolean primary key default true check (only_one),
  changes bigint not null default 0
);
comment on table roundtable.policy_change is 'How often the policy was written: made by a trigger, and never by hand.';
insert into roundtable.policy_change default values;
alter table roundtable.policy_change enable row level security, force row level security;
create policy kept_by_owner on roundtable.policy_change to current_user using (true) with check (true);
create policy seen on roundtable.policy_change for select to roundtable_app using (true);
grant select on roundtable.policy_change to roundtable_app;

create function roundtable.policy_written() returns trigger
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  update roundtable.policy_change set changes = changes + 1;
  return null;
end
$$;
create trigger policy_written after insert or update or delete or truncate on roundtable.policy
  for each statement execute function roundtable.policy_written();
