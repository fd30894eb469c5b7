-- Who is asking is looked up in every statement. In plpgsql the plan of the look-up is kept for as long as the connection lasts;
-- in sql it was made anew each time, which took longer than the look-up. The rules are those of 0001, word for word.

create or replace function roundtable.actor() returns text
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return (
    select a.id
    from guarded.session s join roundtable.account a on a.id = s.account
    where s.token_hash = sha256(convert_to(current_setting('app.session', true), 'UTF8'))
      and s.expires > now() and s.seen + s.idle > now() and a.active);
end
$$;

create or replace function roundtable.holders() returns text[]
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return (
    select case
      when a.team is null then array['account:' || a.id]
      when a.role = 'manager' then array['account:' || a.id, 'manager:' || a.team]
      else array['account:' || a.id, 'team:' || a.team]
    end
    from roundtable.account a
    where a.id = roundtable.actor());
end
$$;
