-- Who signs in, and how the database knows who is asking.
-- Roles (roundtable_app, and the two that log in) are made before the first migration: src/platform/database/roles.ts.

-- A function is nobody's to call until it is granted: the default would be everybody's.
alter default privileges revoke execute on functions from public;

create schema roundtable;
comment on schema roundtable is 'Records, and what the service shows of them. The service''s role sees rows of it only through policies.';
comment on schema guarded is 'Sessions, identities and the migrations: out of the reach of the role that reads records.';
grant usage on schema roundtable to roundtable_app;

create table roundtable.account (
  id text primary key check (length(id) between 1 and 200),
  name text not null check (length(name) between 1 and 200),
  kind text not null check (kind in ('public', 'staff')),
  role text check (length(role) between 1 and 100),
  team text check (length(team) between 1 and 200),
  active boolean not null default true,
  check (kind = 'staff' or team is null)
);
comment on table roundtable.account is 'Somebody who can sign in: a member of the public, or of the council''s or a provider''s staff.';
comment on column roundtable.account.team is 'A team covers for its workers and is managed by its account with the role manager.';
comment on column roundtable.account.active is 'False ends what the account sees at its next statement.';

create table guarded.identity (
  issuer text not null check (length(issuer) between 1 and 500),
  subject text not null check (length(subject) between 1 and 500),
  account text not null references roundtable.account on delete cascade,
  primary key (issuer, subject)
);
comment on table guarded.identity is 'How a sign-in service names an account.';

create table guarded.session (
  token_hash bytea primary key check (length(token_hash) = 32),
  account text references roundtable.account on delete cascade,
  data jsonb not null check (jsonb_typeof(data) = 'object'),
  created timestamptz(3) not null default now(),
  seen timestamptz(3) not null default now(),
  idle interval not null check (idle > interval '0'),
  expires timestamptz(3) not null
);
create index session_of_account on guarded.session (account);
create index session_expiry on guarded.session (expires);
comment on table guarded.session is 'Who is signed in. Only the hash of a token is kept, so that a copy of the table signs nobody in.';
comment on column guarded.session.idle is 'How long a session lives without being used.';

create table guarded.capability (
  name text primary key,
  hash bytea not null check (length(hash) = 32)
);
comment on table guarded.capability is 'Hashes of the keys that the service holds and that no statement can guess: see roundtable.whole_record.';

create table roundtable.canary (id integer primary key check (id = 1));
comment on table roundtable.canary is 'One row that no policy shows. A service that sees it can see everything, and refuses to start.';
insert into roundtable.canary values (1);
grant select on roundtable.canary to roundtable_app;

-- Who is asking ---------------------------------------------------------------------------------------------------

-- The setting holds an unguessable token, never a name: whoever can change a setting still cannot be somebody else.
create function roundtable.actor() returns text
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select a.id
  from guarded.session s join roundtable.account a on a.id = s.account
  where s.token_hash = sha256(convert_to(current_setting('app.session', true), 'UTF8'))
    and s.expires > now() and s.seen + s.idle > now() and a.active
$$;
comment on function roundtable.actor() is 'The signed-in account, or null. Looked up anew in every statement, so that an ended session ends at once.';
grant execute on function roundtable.actor() to roundtable_app;

-- What an account is known by in roundtable.access: itself, and its team or the team that it manages.
create function roundtable.holders() returns text[]
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select case
    when a.team is null then array['account:' || a.id]
    when a.role = 'manager' then array['account:' || a.id, 'manager:' || a.team]
    else array['account:' || a.id, 'team:' || a.team]
  end
  from roundtable.account a
  where a.id = roundtable.actor()
$$;
comment on function roundtable.holders() is 'The keys under which the signed-in account holds access; null where nobody is signed in.';
grant execute on function roundtable.holders() to roundtable_app;

alter table roundtable.account enable row level security, force row level security;
alter table guarded.identity enable row level security, force row level security;
alter table guarded.session enable row level security, force row level security;
alter table guarded.capability enable row level security, force row level security;
alter table roundtable.canary enable row level security, force row level security;

create policy kept_by_owner on roundtable.account to current_user using (true) with check (true);
create policy kept_by_owner on guarded.identity to current_user using (true) with check (true);
create policy kept_by_owner on guarded.session to current_user using (true) with check (true);
create policy kept_by_owner on guarded.capability to current_user using (true) with check (true);
create policy kept_by_owner on roundtable.canary to current_user using (true) with check (true);

create policy own on roundtable.account for select to roundtable_app using (id = (select roundtable.actor()));
grant select on roundtable.account to roundtable_app;

-- The door: all that a web session needs, and nothing of records --------------------------------------------------

create function guarded.session_read(of_token bytea) returns table (account text, data jsonb)
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  found_session guarded.session;
begin
  select * into found_session from guarded.session s
  where s.token_hash = of_token and s.expires > now() and s.seen + s.idle > now();
  if not found then
    return;
  end if;
  -- At most one write a minute: reading a page must not cost a write.
  if found_session.seen < now() - interval '1 minute' then
    update guarded.session s set seen = now() where s.token_hash = of_token;
  end if;
  return query select
    (select a.id from roundtable.account a where a.id = found_session.account and a.active),
    found_session.data
    where found_session.account is null
      or exists (select from roundtable.account a where a.id = found_session.account and a.active);
end
$$;

create function guarded.session_write(of_token bytea, of_account text, of_data jsonb, until timestamptz, idle_for interval)
returns void
language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  insert into guarded.session (token_hash, account, data, expires, idle)
  values (of_token, of_account, of_data, until, idle_for)
  on conflict (token_hash) do update
    set account = excluded.account, data = excluded.data, expires = excluded.expires, idle = excluded.idle, seen = now()
$$;

create function guarded.session_end(of_token bytea) returns void
language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  delete from guarded.session s where s.token_hash = of_token
$$;

create function guarded.session_end_all(of_account text) returns void
language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  delete from guarded.session s where s.account = of_account
$$;

create function guarded.session_sweep() returns void
language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  delete from guarded.session s where s.expires <= now() or s.seen + s.idle <= now()
$$;

create function guarded.account_of(of_issuer text, of_subject text)
returns table (id text, name text, kind text, role text, team text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select a.id, a.name, a.kind, a.role, a.team
  from guarded.identity i join roundtable.account a on a.id = i.account
  where i.issuer = of_issuer and i.subject = of_subject and a.active
$$;
