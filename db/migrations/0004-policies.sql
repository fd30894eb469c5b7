-- Who sees and adds what. Everything is keyed to roundtable.access, of which everybody sees their own rows only, and to
-- the policy table. Sub-queries by equality, so that one record is looked up by its index and a list is hashed.

do $$
declare
  of_table text;
begin
  foreach of_table in array array[
    'record', 'party', 'entry', 'withheld', 'access', 'standing', 'look', 'submission', 'policy', 'kind_access', 'carer_topic'
  ] loop
    execute format('alter table roundtable.%I enable row level security, force row level security', of_table);
    execute format('create policy kept_by_owner on roundtable.%I to current_user using (true) with check (true)', of_table);
    -- What was sent before is told by hold_record, to whoever sent it.
    if of_table <> 'submission' then
      execute format('grant select on roundtable.%I to roundtable_app', of_table);
    end if;
  end loop;
end
$$;

create policy own on roundtable.access for select to roundtable_app
  using (holder = any ((select roundtable.holders())::text[]));

-- What may be done with what is no secret.
create policy open on roundtable.policy for select to roundtable_app using (true);
create policy open on roundtable.kind_access for select to roundtable_app using (true);
create policy open on roundtable.carer_topic for select to roundtable_app using (true);

create policy seen on roundtable.record for select to roundtable_app
  using (exists (
    select from roundtable.access a join roundtable.policy p on p.relationship = a.relationship
    where a.record = record.id and p.resource = 'people' and p.action = 'read'));

create policy seen on roundtable.party for select to roundtable_app
  using (exists (
    select from roundtable.access a join roundtable.policy p on p.relationship = a.relationship
    where a.record = party.record and p.resource = 'people' and p.action = 'read'));

-- Entries are read a record at a time: one look-up each is far cheaper than a hash of everything that a manager may see.
-- That the owner is named beside the action is what keeps the planner from the hash.
create policy seen on roundtable.entry for select to roundtable_app
  using (
    exists (
      select from roundtable.access a join roundtable.policy p on p.relationship = a.relationship
      where a.record = entry.record and p.resource = entry.resource
        and (p.action = 'read' or p.action = 'read-own' and a.party = entry.owner))
    and (withheld_from = '{}' or not exists (
      select from roundtable.access a where a.record = entry.record and a.sees_as && entry.withheld_from)));

create policy told on roundtable.withheld for select to roundtable_app
  using (exists (
    select from roundtable.access a where a.record = withheld.record and withheld.party = any (a.sees_as)));

-- Lists are read whole: a hash of all that the reader may see is made once.
create policy seen on roundtable.standing for select to roundtable_app
  using (record in (
    select a.record from roundtable.access a join roundtable.policy p on p.relationship = a.relationship
    where p.resource = 'asking' and p.action = 'read'));

create policy seen on roundtable.look for select to roundtable_app
  using (exists (
    select from roundtable.access a join roundtable.policy p on p.relationship = a.relationship
    where a.record = look.record and p.resource = 'looks' and p.action = 'read'));

-- Adding: in a part of the record, and by an action, that a relationship of the writer allows; signed by the writer, in
-- the name of a party of theirs. A carer's own part is added to by that carer, and by those who may read all of it.
create policy added on roundtable.entry for insert to roundtable_app
  with check (
    written_by = (select roundtable.actor())
    and exists (
      select from roundtable.access a where a.record = entry.record and a.party = entry.body ->> 'by')
    and exists (
      select from roundtable.access a join roundtable.policy p on p.relationship = a.relationship
      where a.record = entry.record and p.resource = entry.resource and p.action = entry.action
        and (entry.resource <> 'carers-own' or a.party = entry.owner or exists (
          select from roundtable.policy r
          where r.relationship = a.relationship and r.resource = entry.resource and r.action = 'read'))));
grant insert (record, number, body, written_at, written_by, before, hash) on roundtable.entry to roundtable_app;

create policy added on roundtable.party for insert to roundtable_app
  with check (
    (account is null or account = (select roundtable.actor()))
    and exists (
      select from roundtable.access a join roundtable.policy p on p.relationship = a.relationship
      where a.record = party.record and p.resource = 'people' and p.action = 'judge'));
grant insert (record, number, body, account, before, hash) on roundtable.party to roundtable_app;

create policy added on roundtable.look for insert to roundtable_app
  with check (exists (
    select from roundtable.access a where a.record = look.record and a.relationship = look.relationship));
grant insert (record, relationship, page) on roundtable.look to roundtable_app;

create policy added on roundtable.submission for insert to roundtable_app
  with check (
    account = (select roundtable.actor())
    and exists (select from roundtable.access a where a.record = submission.record));
grant insert (record, account, key, digest, head) on roundtable.submission to roundtable_app;
