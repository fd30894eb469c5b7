-- What people who draw on support, carers and those close to them say about a line of the published model, and what the
-- council answers there. Only added to. A comment is shown to everybody once a named person has looked at it.

create table guarded.comment (
  id uuid primary key default gen_random_uuid(),
  line text not null check (length(line) between 1 and 200),
  account text not null references roundtable.account,
  name text check (length(name) between 1 and 200),
  says text not null check (length(says) between 1 and 5000),
  at timestamptz(3) not null default now(),
  key text not null check (length(key) between 1 and 255),
  unique (account, key)
);
create index comment_on_line on guarded.comment (line, at);
comment on table guarded.comment is 'A comment on a line of the published model. Never changed, never removed.';
comment on column guarded.comment.name is 'The name of whoever wrote it, only where they want it shown.';
comment on column guarded.comment.key is 'Made for the form when it was shown, so that the same form sent twice is one comment.';

create table guarded.comment_step (
  comment uuid not null references guarded.comment,
  number integer not null check (number > 0),
  kind text not null check (kind in ('shown', 'not-shown', 'answer')),
  says text check (length(says) between 1 and 5000),
  account text not null references roundtable.account,
  name text not null,
  at timestamptz(3) not null default now(),
  primary key (comment, number),
  check (kind = 'shown' or says is not null)
);
comment on table guarded.comment_step is 'What the council did with a comment: shown, not shown and why, answered; each by a named person.';

alter table guarded.comment enable row level security, force row level security;
alter table guarded.comment_step enable row level security, force row level security;
create policy kept_by_owner on guarded.comment to current_user using (true) with check (true);
create policy kept_by_owner on guarded.comment_step to current_user using (true) with check (true);

-- 'say' for a member of the public who has a part in somebody's record, 'answer' for a manager or commissioner, else null.
create function roundtable.comment_part() returns text
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select case
    when a.kind = 'staff' and a.role in ('manager', 'commissioner') then 'answer'
    when a.kind = 'public' and exists (
      select from roundtable.access x where x.holder = any (roundtable.holders())) then 'say'
  end
  from roundtable.account a where a.id = roundtable.actor()
$$;
comment on function roundtable.comment_part() is 'What the signed-in account may do with comments.';
grant execute on function roundtable.comment_part() to roundtable_app;

-- Everybody sees what is shown; whoever wrote one sees it, and what became of it; those who answer see all.
create function roundtable.comments_seen()
returns table (id uuid, line text, name text, says text, at timestamptz, mine boolean, steps jsonb)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select c.id, c.line, c.name, c.says, c.at, coalesce(c.account = roundtable.actor(), false),
    (select coalesce(jsonb_agg(jsonb_build_object('kind', s.kind, 'says', s.says, 'name', s.name, 'at', s.at) order by s.number), '[]')
     from guarded.comment_step s where s.comment = c.id)
  from guarded.comment c
  where roundtable.comment_part() = 'answer'
    or c.account = roundtable.actor()
    or 'shown' = (
      select s.kind from guarded.comment_step s
      where s.comment = c.id and s.kind <> 'answer' order by s.number desc limit 1)
  order by c.at, c.id
$$;
comment on function roundtable.comments_seen() is 'The comments that the reader may see. The account of whoever wrote one is given to nobody.';
grant execute on function roundtable.comments_seen() to roundtable_app;

create function roundtable.say_comment(of_line text, words text, by_name boolean, of_key text) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  if roundtable.comment_part() is distinct from 'say' then
    return false;
  end if;
  insert into guarded.comment (line, account, name, says, key)
  select of_line, a.id, case when by_name then a.name end, words, of_key
  from roundtable.account a where a.id = roundtable.actor()
  on conflict (account, key) do nothing;
  return true;
end
$$;
grant execute on function roundtable.say_comment(text, text, boolean, text) to roundtable_app;

create function roundtable.step_comment(of_comment uuid, of_kind text, words text) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  last_step guarded.comment_step;
begin
  if roundtable.comment_part() is distinct from 'answer' then
    return false;
  end if;
  perform from guarded.comment c where c.id = of_comment for update;
  if not found then
    return false;
  end if;
  select * into last_step from guarded.comment_step s where s.comment = of_comment order by s.number desc limit 1;
  -- The same said again by the same person changes nothing.
  if last_step.kind = of_kind and last_step.says is not distinct from words and last_step.account = roundtable.actor() then
    return true;
  end if;
  insert into guarded.comment_step (comment, number, kind, says, account, name)
  select of_comment, coalesce(last_step.number, 0) + 1, of_kind, words, a.id, a.name
  from roundtable.account a where a.id = roundtable.actor();
  return true;
end
$$;
grant execute on function roundtable.step_comment(uuid, text, text) to roundtable_app;
