-- Figures of many people, for those who look at how the Act is applied: one row a record, made from the log like the
-- standing, with no name and none of anybody's words. No role of the service reads the table; what is seen of it is given
-- by functions, to a manager of their own team and to a commissioner of the whole council.

create table guarded.figures (
  record uuid primary key,
  head integer not null check (head >= 0),
  figures jsonb not null check (jsonb_typeof(figures) = 'object'),
  traits jsonb not null default '{}' check (jsonb_typeof(traits) = 'object'),
  shape integer not null check (shape > 0),
  kept_in xid8 not null default pg_current_xact_id()
);
comment on table guarded.figures is
  'What one record adds to the figures of many. Made from the log by src/record/figures.ts, in the same transaction as the entry.';
comment on column guarded.figures.head is 'The number of the entry up to which it was made.';
comment on column guarded.figures.traits is
  'What the council knows beside the record and the record does not hold: sex, ethnicity, area, reason for support. Never from the log, never decides.';
comment on column guarded.figures.shape is 'FIGURES_SHAPE of the code that made it: rows of an older shape are made again at a start.';
comment on column guarded.figures.kept_in is 'The transaction that last made it: tells what is kept in the memory from what is new.';

create table guarded.publication (
  on_day date primary key,
  body jsonb not null check (jsonb_typeof(body) = 'object'),
  published_by text references roundtable.account,
  name text not null check (length(name) between 1 and 200),
  at timestamptz(3) not null default now()
);
create unique index publication_once_a_month
  on guarded.publication ((extract(year from on_day)), (extract(month from on_day)));
comment on table guarded.publication is
  'The open statistics as they were published, by whom: once a month, so that nobody learns of one person from the difference of two days.';

alter table guarded.figures enable row level security, force row level security;
alter table guarded.publication enable row level security, force row level security;
create policy kept_by_owner on guarded.figures to current_user using (true) with check (true);
create policy kept_by_owner on guarded.publication to current_user using (true) with check (true);

-- Whose figures the signed-in account oversees: 'council' for a commissioner, 'team:north' for its manager, else null.
create function roundtable.oversight() returns text
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select case
    when a.role = 'commissioner' then 'council'
    when a.role = 'manager' and a.team is not null then 'team:' || a.team
  end
  from roundtable.account a
  where a.id = roundtable.actor() and a.kind = 'staff'
$$;
comment on function roundtable.oversight() is 'Of whom the signed-in account sees figures in the many; null for nearly everybody.';
grant execute on function roundtable.oversight() to roundtable_app;

-- The records within that oversight.
create function guarded.overseen() returns setof uuid
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select f.record from guarded.figures f where roundtable.oversight() = 'council'
  union all
  select distinct a.record from roundtable.access a
  where roundtable.oversight() like 'team:%' and a.holder = 'manager:' || substr(roundtable.oversight(), 6)
$$;

create function roundtable.figures_version() returns text
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select concat_ws(' ', roundtable.oversight(), count(*), sum(f.head), max(f.kept_in::text::bigint))
  from guarded.figures f
  where roundtable.oversight() is not null and f.record in (select guarded.overseen())
$$;
comment on function roundtable.figures_version() is 'Changes whenever what figures_seen gives may have changed.';
grant execute on function roundtable.figures_version() to roundtable_app;

-- A row says whose record it is, and who works with it, only to a manager, who may open that record anyway; and the rows
-- come in an order that tells nothing.
create function roundtable.figures_seen()
returns table (record uuid, worker text, worker_name text, team text, figures jsonb, traits jsonb)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select
    case when mine.team then f.record end,
    case when mine.team then s.worker end,
    case when mine.team then (select a.name from roundtable.account a where a.id = s.worker) end,
    (select a.team from roundtable.account a where a.id = s.worker),
    f.figures, f.traits
  from guarded.figures f
  join roundtable.standing s on s.record = f.record
  cross join (select coalesce(roundtable.oversight() like 'team:%', false) as team) mine
  where roundtable.oversight() is not null and f.record in (select guarded.overseen())
  order by md5(f.record::text || f.head::text)
$$;
comment on function roundtable.figures_seen() is 'The figures that the signed-in account oversees, with no name.';
grant execute on function roundtable.figures_seen() to roundtable_app;

-- As keep_standing: takes the key that the service holds, in a transaction that has just added to this record.
create function roundtable.keep_figures(of_record uuid, key text, of_head integer, of_shape integer, made jsonb) returns void
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not guarded.has_key('keeper', key) or not exists (
    select from roundtable.record r where r.id = of_record and r.changed_in = pg_current_xact_id()
  ) then
    raise exception 'no' using errcode = 'insufficient_privilege';
  end if;
  insert into guarded.figures (record, head, shape, figures) values (of_record, of_head, of_shape, made)
  on conflict (record) do update set
    head = excluded.head, shape = excluded.shape, figures = excluded.figures, kept_in = pg_current_xact_id();
end
$$;
grant execute on function roundtable.keep_figures(uuid, text, integer, integer, jsonb) to roundtable_app;

-- Publishing is a commissioner's act, in their name, once a month.
create function roundtable.publish_figures(of_day date, made jsonb) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  if roundtable.oversight() is distinct from 'council' then
    raise exception 'no' using errcode = 'insufficient_privilege';
  end if;
  insert into guarded.publication (on_day, body, published_by, name)
  select of_day, made, a.id, a.name from roundtable.account a where a.id = roundtable.actor()
  on conflict do nothing;
  return found;
end
$$;
grant execute on function roundtable.publish_figures(date, jsonb) to roundtable_app;

create function roundtable.figures_published()
returns table (on_day date, body jsonb, name text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select p.on_day, p.body, p.name from guarded.publication p order by p.on_day desc limit 1
$$;
comment on function roundtable.figures_published() is 'The latest open statistics: for everybody, signed in or not.';
grant execute on function roundtable.figures_published() to roundtable_app;
