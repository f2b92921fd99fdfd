-- What every room stands on: the company wall, sign-in, the ledger, numbers, files, long work.


-- Roles are of the whole server, so another database on it may have made them already.
do $$
begin
  if not exists (select from pg_roles where rolname = 'zhishou_app') then
    create role zhishou_app nologin nosuperuser nobypassrls;
  end if;
  if not exists (select from pg_roles where rolname = 'zhishou_door') then
    create role zhishou_door nologin nosuperuser nobypassrls;
  end if;
exception when duplicate_object or unique_violation then null;
end $$;
do $$
begin
  if not pg_has_role(current_user, 'zhishou_app', 'usage') then execute format('grant zhishou_app to %I', current_user); end if;
  if not pg_has_role(current_user, 'zhishou_door', 'usage') then execute format('grant zhishou_door to %I', current_user); end if;
end $$;
grant usage on schema public to zhishou_app;
grant usage, create on schema public to zhishou_door;
-- Each process says whether the database is of its version.
grant select on migration to zhishou_app;

create function current_company() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.company', true), '')::uuid;

-- Puts a table behind the wall. The program (zhishou_app) sees and writes only the current company's rows.
-- zhishou_door reads across companies: it owns the few functions that must look before a company is known, and the backup.
create procedure company_wall(walled regclass, verbs text default 'select, insert, update', key text default 'company_id') language plpgsql as $$
begin
  execute format('alter table %s enable row level security', walled);
  execute format('alter table %s force row level security', walled);
  execute format('create policy wall on %s to zhishou_app using (%I = (select nullif(current_setting(''app.company'', true), '''')::uuid)) with check (%I = (select nullif(current_setting(''app.company'', true), '''')::uuid))', walled, key, key);
  execute format('create policy door on %s for select to zhishou_door using (true)', walled);
  execute format('grant %s on %s to zhishou_app', verbs, walled);
  execute format('grant select on %s to zhishou_door', walled);
end $$;

create table company (
  id uuid primary key,
  name text not null,
  zone text not null default 'Asia/Shanghai',
  sample boolean not null default false,
  created_at timestamptz not null default now()
);
call company_wall('company', 'select, insert, update', 'id');

-- What a company was given of what the program brings along. A later version gives only what is not here, so whatever a company
-- has taken away stays away.
create table company_brought (
  company_id uuid not null default current_company() references company,
  kind text not null check (kind in ('post', 'permission', 'defaults')),
  key text not null,
  at timestamptz not null default now(),
  primary key (company_id, kind, key)
);
call company_wall('company_brought', 'select, insert');

-- Who signs in. The id is that of the member of staff.
create table account (
  company_id uuid not null default current_company() references company,
  id uuid not null,
  login text not null check (login = lower(login)),
  phone text,
  name text not null,
  password_hash text not null,
  password_initial boolean not null default true,
  password_changed_at timestamptz not null default now(),
  locale text not null default 'zh-CN' check (locale in ('zh-CN', 'en')),
  disabled_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (company_id, id),
  unique (company_id, login),
  unique (company_id, phone)
);
create index account_by_login on account (login);
create index account_by_phone on account (phone);
call company_wall('account');

create table session (
  company_id uuid not null default current_company(),
  id uuid not null,
  account_id uuid not null,
  token_hash bytea not null,
  created_at timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  expires_at timestamptz not null,
  ended_at timestamptz,
  address text,
  device text,
  primary key (company_id, id),
  foreign key (company_id, account_id) references account
);
create index session_by_token on session (token_hash);
create index session_by_account on session (company_id, account_id);
call company_wall('session');

-- For other programs: acts as one account, with no more than the listed permissions.
create table api_token (
  company_id uuid not null default current_company(),
  id uuid not null,
  account_id uuid not null,
  name text not null,
  token_hash bytea not null,
  permissions text[] not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  seen_at timestamptz,
  revoked_at timestamptz,
  primary key (company_id, id),
  foreign key (company_id, account_id) references account
);
create index api_token_by_token on api_token (token_hash);
call company_wall('api_token');

-- Failed sign-ins per login or address, of the whole installation; kept outside the wall because nobody is known yet.
create table sign_in_failure (
  key text primary key,
  failures integer not null,
  last_at timestamptz not null,
  locked_until timestamptz
);
create index sign_in_failure_by_age on sign_in_failure (last_at);
grant select, insert, update, delete on sign_in_failure to zhishou_app;
grant select on sign_in_failure to zhishou_door;

create function door_logins(given_login text, given_phone text)
  returns table (company_id uuid, company_name text, id uuid, password_hash text)
  language sql stable security definer set search_path = public
  begin atomic
    select a.company_id, c.name, a.id, a.password_hash from account a join company c on c.id = a.company_id
    where (a.login = given_login or a.phone = given_phone) and a.disabled_at is null;
  end;
create function door_session(given bytea)
  returns table (company_id uuid, id uuid, account_id uuid, expires_at timestamptz, seen_at timestamptz)
  language sql stable security definer set search_path = public
  begin atomic
    select s.company_id, s.id, s.account_id, s.expires_at, s.seen_at from session s
    join account a on a.company_id = s.company_id and a.id = s.account_id
    where s.token_hash = given and s.ended_at is null and a.disabled_at is null;
  end;
create function door_token(given bytea)
  returns table (company_id uuid, id uuid, account_id uuid, permissions text[], expires_at timestamptz, seen_at timestamptz)
  language sql stable security definer set search_path = public
  begin atomic
    select t.company_id, t.id, t.account_id, t.permissions, t.expires_at, t.seen_at from api_token t
    join account a on a.company_id = t.company_id and a.id = t.account_id
    where t.token_hash = given and t.revoked_at is null and a.disabled_at is null;
  end;
create function door_companies()
  returns table (company_id uuid)
  language sql stable security definer set search_path = public
  begin atomic
    select c.id from company c;
  end;
alter function door_logins owner to zhishou_door;
alter function door_session owner to zhishou_door;
alter function door_token owner to zhishou_door;
alter function door_companies owner to zhishou_door;

-- The ledger. Append-only: the program may insert and read, nothing else; a trigger says so to every other role too.
-- tx orders events by commit visibility: a reader that stays below the oldest running transaction misses nothing.
create table event (
  company_id uuid not null default current_company(),
  id uuid not null,
  tx xid8 not null default pg_current_xact_id(),
  at timestamptz not null,
  name text not null,
  record_kind text not null,
  record_id uuid not null,
  by_id uuid,
  by_name text not null,
  post_id uuid,
  for_id uuid,
  estate_id uuid,
  area_id uuid,
  from_state text,
  to_state text,
  details jsonb not null default '{}',
  call_id text,
  primary key (company_id, id)
);
create index event_by_record on event (company_id, record_id, id);
create index event_by_tx on event (company_id, tx, id);
call company_wall('event', 'select, insert');
create function refuse_change() returns trigger language plpgsql as $$
begin
  -- The sample company can be taken away whole; no role of the program may delete here at all.
  if tg_op = 'DELETE' and current_setting('app.forget_sample', true) = 'yes'
    and exists (select from company c where c.id = old.company_id and c.sample) then return old; end if;
  raise exception 'table % is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger event_is_append_only before update or delete on event for each row execute function refuse_change();

-- How far each hearer of the ledger has read.
create table hearer (
  company_id uuid not null default current_company(),
  name text not null,
  tx xid8 not null default '0',
  event_id uuid not null default '00000000-0000-0000-0000-000000000000',
  failures integer not null default 0,
  error text,
  primary key (company_id, name)
);
call company_wall('hearer');
-- For the metrics: per hearer, when the oldest event was written that it has not read. The id says when, because events that
-- were taken over from elsewhere keep the time they had there.
create function door_unheard()
  returns table (hearer text, unheard_since timestamptz, failures bigint)
  language sql stable security definer set search_path = public
  begin atomic
    select h.name, min(next.written_at), sum(h.failures) from hearer h
    left join lateral (
      select to_timestamp(('x' || substr(replace(e.id::text, '-', ''), 1, 12))::bit(48)::bigint / 1000.0) as written_at from event e
      where e.company_id = h.company_id and (e.tx, e.id) > (h.tx, h.event_id) order by e.tx, e.id limit 1
    ) next on true
    group by h.name;
  end;
alter function door_unheard owner to zhishou_door;

create table idempotency (
  company_id uuid not null default current_company(),
  account_id uuid not null,
  key text not null,
  call text not null,
  input_hash text not null,
  status integer not null,
  answer jsonb,
  at timestamptz not null default now(),
  primary key (company_id, account_id, key)
);
call company_wall('idempotency', 'select, insert, delete');

create table counter (
  company_id uuid not null default current_company(),
  kind text not null,
  day date not null,
  n integer not null,
  primary key (company_id, kind, day)
);
call company_wall('counter');

create table attachment (
  company_id uuid not null default current_company(),
  id uuid not null,
  sha256 text not null,
  name text not null,
  type text not null,
  bytes bigint not null,
  uploaded_by uuid,
  uploaded_at timestamptz not null default now(),
  primary key (company_id, id)
);
create index attachment_by_content on attachment (company_id, sha256);
-- What was uploaded and never linked to a record is removed after a while.
call company_wall('attachment', 'select, insert, delete');
create table attachment_link (
  company_id uuid not null default current_company(),
  record_kind text not null,
  record_id uuid not null,
  attachment_id uuid not null,
  label text not null default '',
  linked_at timestamptz not null default now(),
  primary key (company_id, record_id, attachment_id, label),
  foreign key (company_id, attachment_id) references attachment
);
call company_wall('attachment_link');

-- Long work: imports, exports, recalculations. The page shows its progress.
create table work_run (
  company_id uuid not null default current_company(),
  id uuid not null,
  kind text not null,
  title text not null,
  state text not null default 'waiting' check (state in ('waiting', 'running', 'done', 'failed', 'cancelled')),
  input jsonb not null default '{}',
  result jsonb not null default '{}',
  -- Where the next attempt goes on; moves in the transaction of the step that got there.
  cursor jsonb not null default '{}',
  done integer not null default 0,
  total integer,
  error text,
  started_by uuid not null,
  -- Counts how often a worker took it up: one that was thought dead finds another number and stops.
  attempt integer not null default 0,
  job_id uuid,
  created_at timestamptz not null default now(),
  started_at timestamptz,
  ended_at timestamptz,
  cancel_asked_at timestamptz,
  primary key (company_id, id)
);
create index work_run_by_starter on work_run (company_id, started_by, id);
create index work_run_open on work_run (company_id, id) where state in ('waiting', 'running');
call company_wall('work_run');

-- What the program tells one person: reminders, escalations, finished work.
create table notification (
  company_id uuid not null default current_company(),
  id uuid not null,
  account_id uuid not null,
  kind text not null,
  params jsonb not null default '{}',
  record_kind text,
  record_id uuid,
  created_at timestamptz not null default now(),
  read_at timestamptz,
  dedupe text,
  primary key (company_id, id),
  unique (company_id, account_id, dedupe)
);
create index notification_newest on notification (company_id, account_id, id);
create index notification_unread on notification (company_id, account_id) where read_at is null;
call company_wall('notification');

-- Days on which this company differs from the public calendar.
create table calendar_day (
  company_id uuid not null default current_company(),
  day date not null,
  working boolean not null,
  note text not null default '',
  primary key (company_id, day)
);
call company_wall('calendar_day', 'select, insert, update, delete');

create table saved_view (
  company_id uuid not null default current_company(),
  id uuid not null,
  account_id uuid not null,
  list text not null,
  name text not null,
  query jsonb not null,
  shared boolean not null default false,
  created_at timestamptz not null default now(),
  primary key (company_id, id)
);
call company_wall('saved_view', 'select, insert, update, delete');
