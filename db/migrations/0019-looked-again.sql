-- The version of what somebody sees of a record, and the look of whoever comes back to a page that has not changed since: who
-- is asking is looked up once for both, and both go in one message with the beginning and the end of their transaction.

create function roundtable.version_for(of_record uuid) returns text
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  mine text[] := roundtable.holders();
begin
  -- What is in a record is what its hashes stand for, since nothing in it is ever changed; beside it stands how the reader
  -- stands to it, and how often the policy was written. Whoever may not know of the record has no version of it.
  return (
    select encode(sha256(r.opening || r.head_hash || r.parties_hash || convert_to(concat_ws(' ',
      (select json_agg(json_build_array(a.relationship, a.party, a.sees_as) order by a.party, a.relationship, a.sees_as)
       from roundtable.access a where a.record = r.id and a.holder = any (mine)),
      (select p.changes from roundtable.policy_change p)), 'UTF8')), 'hex')
    from roundtable.record r
    where r.id = of_record and exists (
      select from roundtable.access a join roundtable.policy p on p.relationship = a.relationship
      where a.record = r.id and a.holder = any (mine) and p.resource = 'people' and p.action = 'read'));
end
$$;
comment on function roundtable.version_for(uuid) is 'Changes with anything that the signed-in account may see of the record; null where it may not know of it.';
grant execute on function roundtable.version_for(uuid) to roundtable_app;

create function roundtable.looked_again(of_record uuid, of_version text, of_page text, of_relationship text) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  mine text[];
begin
  if roundtable.version_for(of_record) is distinct from of_version or of_version is null then
    return false;
  end if;
  mine := roundtable.holders();
  insert into roundtable.look (record, account, name, relationship, page, at)
  select of_record, who.id, who.name, of_relationship, of_page, clock_timestamp()
  from roundtable.account who
  where who.id = roundtable.actor() and exists (
    select from roundtable.access a
    where a.record = of_record and a.holder = any (mine) and a.relationship = of_relationship);
  return found;
end
$$;
comment on function roundtable.looked_again(uuid, text, text, text) is
  'Keeps the look of the signed-in account, where the record is to them still what it was; else keeps nothing and says so.';
grant execute on function roundtable.looked_again(uuid, text, text, text) to roundtable_app;

-- Whose look it is and of what is settled as it arrives, by the trigger or by the function above: both take the account from the
-- session, and the record from what that account holds. To ask both again wrote a lock into the row of the reader and of the
-- record at every look, and readers waited for each other there.
alter table roundtable.look drop constraint look_record_fkey, drop constraint look_account_fkey;
