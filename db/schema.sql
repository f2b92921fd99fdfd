-- Read from the migrated database by `npm run db:types`. Do not edit; for reading in reviews.

create table account (
  company_id uuid not null default current_company(),
  id uuid not null,
  login text not null,
  phone text,
  name text not null,
  password_hash text not null,
  password_initial boolean not null default true,
  password_changed_at timestamp with time zone not null default now(),
  locale text not null default 'zh-CN'::text,
  disabled_at timestamp with time zone,
  created_at timestamp with time zone not null default now(),
  constraint account_pkey PRIMARY KEY (company_id, id),
  constraint account_company_id_fkey FOREIGN KEY (company_id) REFERENCES company(id),
  constraint account_company_id_login_key UNIQUE (company_id, login),
  constraint account_company_id_phone_key UNIQUE (company_id, phone),
  constraint account_locale_check CHECK ((locale = ANY (ARRAY['zh-CN'::text, 'en'::text]))),
  constraint account_login_check CHECK ((login = lower(login)))
);
-- behind the company wall, forced
CREATE INDEX account_by_login ON public.account USING btree (login);
CREATE INDEX account_by_phone ON public.account USING btree (phone);
-- policy door for r using true
-- policy wall for * using (company_id = ( SELECT (NULLIF(current_setting('app.company'::text, true), ''::text))::uuid AS "nullif"))
-- zhishou_app may insert, select, update

create table api_token (
  company_id uuid not null default current_company(),
  id uuid not null,
  account_id uuid not null,
  name text not null,
  token_hash bytea not null,
  permissions text[] not null,
  created_at timestamp with time zone not null default now(),
  created_by uuid not null,
  expires_at timestamp with time zone,
  seen_at timestamp with time zone,
  revoked_at timestamp with time zone,
  constraint api_token_pkey PRIMARY KEY (company_id, id),
  constraint api_token_company_id_account_id_fkey FOREIGN KEY (company_id, account_id) REFERENCES account(company_id, id),
  constraint api_token_company_id_created_by_fkey FOREIGN KEY (company_id, created_by) REFERENCES account(company_id, id)
);
-- behind the company wall, forced
CREATE INDEX api_token_by_token ON public.api_token USING btree (token_hash);
-- policy door for r using true
-- policy wall for * using (company_id = ( SELECT (NULLIF(current_setting('app.company'::text, true), ''::text))::uuid AS "nullif"))
-- zhishou_app may insert, select, update

create table area (
  company_id uuid not null default current_company(),
  id uuid not null,
  estate_id uuid not null,
  name text not null,
  code text not null,
  created_at timestamp with time zone not null default now(),
  archived_at timestamp with time zone,
  constraint area_pkey PRIMARY KEY (company_id, id),
  constraint area_code_check CHECK ((code ~ '^[A-Z0-9]{1,8}$'::text)),
  constraint area_company_id_estate_id_code_key UNIQUE (company_id, estate_id, code),
  constraint area_company_id_estate_id_fkey FOREIGN KEY (company_id, estate_id) REFERENCES estate(company_id, id),
  constraint area_company_id_estate_id_id_key UNIQUE (company_id, estate_id, id)
);
-- behind the company wall, forced
CREATE UNIQUE INDEX area_name_in_use ON public.area USING btree (company_id, estate_id, name) WHERE (archived_at IS NULL);
-- policy door for r using true
-- policy wall for * using (company_id = ( SELECT (NULLIF(current_setting('app.company'::text, true), ''::text))::uuid AS "nullif"))
-- zhishou_app may insert, select, update

create view area_card as
 SELECT area.company_id,
    area.id,
    area.estate_id,
    area.name,
    area.code
   FROM area;
-- zhishou_app may select

create table area_holder (
  company_id uuid not null default current_company(),
  id uuid not null,
  area_id uuid not null,
  staff_id uuid not null,
  role text not null,
  from_on date not null,
  to_on date,
  ended_at timestamp with time zone,
  constraint area_holder_pkey PRIMARY KEY (company_id, id),
  constraint area_holder_check CHECK ((to_on >= from_on)),
  constraint area_holder_company_id_area_id_fkey FOREIGN KEY (company_id, area_id) REFERENCES area(company_id, id),
  constraint area_holder_company_id_staff_id_fkey FOREIGN KEY (company_id, staff_id) REFERENCES staff(company_id, id),
  constraint area_holder_role_check CHECK ((role = ANY (ARRAY['steward'::text, 'supervisor'::text, 'officer'::text, 'security'::text, 'cleaning'::text])))
);
-- behind the company wall, forced
CREATE INDEX area_holder_by_area ON public.area_holder USING btree (company_id, area_id);
CREATE INDEX area_holder_by_staff ON public.area_holder USING btree (company_id, staff_id);
-- policy door for r using true
-- policy wall for * using (company_id = ( SELECT (NULLIF(current_setting('app.company'::text, true), ''::text))::uuid AS "nullif"))
-- zhishou_app may insert, select, update

create table attachment (
  company_id uuid not null default current_company(),
  id uuid not null,
  sha256 text not null,
  name text not null,
  type text not null,
  bytes bigint not null,
  uploaded_by uuid,
  uploaded_at timestamp with time zone not null default now(),
  constraint attachment_pkey PRIMARY KEY (company_id, id)
);
-- behind the company wall, forced
CREATE INDEX attachment_by_content ON public.attachment USING btree (company_id, sha256);
-- policy door for r using true
-- policy wall for * using (company_id = ( SELECT (NULLIF(current_setting('app.company'::text, true), ''::text))::uuid AS "nullif"))
-- zhishou_app may insert, select, update

create table attachment_link (
  company_id uuid not null default current_company(),
  record_kind text not null,
  record_id uuid not null,
  attachment_id uuid not null,
  label text not null default ''::text,
  linked_at timestamp with time zone not null default now(),
  constraint attachment_link_pkey PRIMARY KEY (company_id, record_id, attachment_id, label),
  constraint attachment_link_company_id_attachment_id_fkey FOREIGN KEY (company_id, attachment_id) REFERENCES attachment(company_id, id)
);
-- behind the company wall, forced
-- policy door for r using true
-- policy wall for * using (company_id = ( SELECT (NULLIF(current_setting('app.company'::text, true), ''::text))::uuid AS "nullif"))
-- zhishou_app may insert, select, update

create table calendar_day (
  company_id uuid not null default current_company(),
  day date not null,
  working boolean not null,
  note text not null default ''::text,
  constraint calendar_day_pkey PRIMARY KEY (company_id, day)
);
-- behind the company wall, forced
-- policy door for r using true
-- policy wall for * using (company_id = ( SELECT (NULLIF(current_setting('app.company'::text, true), ''::text))::uuid AS "nullif"))
-- zhishou_app may delete, insert, select, update

create table company (
  id uuid not null,
  name text not null,
  zone text not null default 'Asia/Shanghai'::text,
  sample boolean not null default false,
  created_at timestamp with time zone not null default now(),
  constraint company_pkey PRIMARY KEY (id)
);
-- behind the company wall, forced
-- policy door for r using true
-- policy wall for * using (id = ( SELECT (NULLIF(current_setting('app.company'::text, true), ''::text))::uuid AS "nullif"))
-- zhishou_app may insert, select, update

create table counter (
  company_id uuid not null default current_company(),
  kind text not null,
  day date not null,
  n integer not null,
  constraint counter_pkey PRIMARY KEY (company_id, kind, day)
);
-- behind the company wall, forced
-- policy door for r using true
-- policy wall for * using (company_id = ( SELECT (NULLIF(current_setting('app.company'::text, true), ''::text))::uuid AS "nullif"))
-- zhishou_app may insert, select, update

create table department (
  company_id uuid not null default current_company(),
  id uuid not null,
  estate_id uuid,
  parent_id uuid,
  name text not null,
  name_en text not null default ''::text,
  created_at timestamp with time zone not null default now(),
  archived_at timestamp with time zone,
  constraint department_pkey PRIMARY KEY (company_id, id),
  constraint department_check CHECK ((parent_id <> id)),
  constraint department_company_id_estate_id_fkey FOREIGN KEY (company_id, estate_id) REFERENCES estate(company_id, id),
  constraint department_company_id_fkey FOREIGN KEY (company_id) REFERENCES company(id),
  constraint department_company_id_parent_id_fkey FOREIGN KEY (company_id, parent_id) REFERENCES department(company_id, id)
);
-- behind the company wall, forced
CREATE INDEX department_by_parent ON public.department USING btree (company_id, parent_id);
CREATE UNIQUE INDEX department_name_in_use ON public.department USING btree (company_id, estate_id, parent_id, name) NULLS NOT DISTINCT WHERE (archived_at IS NULL);
-- policy door for r using true
-- policy wall for * using (company_id = ( SELECT (NULLIF(current_setting('app.company'::text, true), ''::text))::uuid AS "nullif"))
-- zhishou_app may insert, select, update

create view department_card as
 SELECT department.company_id,
    department.id,
    department.estate_id,
    department.name,
    department.name_en
   FROM department;
-- zhishou_app may select

create table duty (
  company_id uuid not null default current_company(),
  id uuid not null,
  post_id uuid not null,
  code text not null,
  text text not null,
  text_en text not null default ''::text,
  cadence text not null,
  capability text[] not null default '{}'::text[],
  measure text not null default ''::text,
  measure_en text not null default ''::text,
  sort integer not null,
  constraint duty_pkey PRIMARY KEY (company_id, id),
  constraint duty_cadence_check CHECK ((cadence = ANY (ARRAY['on_demand'::text, 'shift'::text, 'daily'::text, 'weekly'::text, 'monthly'::text, 'quarterly'::text, 'yearly'::text, 'always'::text]))),
  constraint duty_company_id_post_id_code_key UNIQUE (company_id, post_id, code),
  constraint duty_company_id_post_id_fkey FOREIGN KEY (company_id, post_id) REFERENCES post(company_id, id)
);
-- behind the company wall, forced
-- policy door for r using true
-- policy wall for * using (company_id = ( SELECT (NULLIF(current_setting('app.company'::text, true), ''::text))::uuid AS "nullif"))
-- zhishou_app may insert, select, update

create table estate (
  company_id uuid not null default current_company(),
  id uuid not null,
  name text not null,
  short_name text not null,
  code text not null,
  kind text not null,
  address text not null default ''::text,
  city text not null default ''::text,
  service_phone text,
  zone text not null default 'Asia/Shanghai'::text,
  service_opens time without time zone not null default '08:30:00'::time without time zone,
  service_closes time without time zone not null default '18:00:00'::time without time zone,
  service_every_day boolean not null default true,
  grade smallint,
  created_at timestamp with time zone not null default now(),
  archived_at timestamp with time zone,
  constraint estate_pkey PRIMARY KEY (company_id, id),
  constraint estate_code_check CHECK ((code ~ '^[A-Z0-9]{2,8}$'::text)),
  constraint estate_company_id_code_key UNIQUE (company_id, code),
  constraint estate_company_id_fkey FOREIGN KEY (company_id) REFERENCES company(id),
  constraint estate_grade_check CHECK (((grade >= 1) AND (grade <= 5))),
  constraint estate_kind_check CHECK ((kind = ANY (ARRAY['residential'::text, 'tower'::text, 'mixed'::text])))
);
-- behind the company wall, forced
CREATE UNIQUE INDEX estate_name_in_use ON public.estate USING btree (company_id, name) WHERE (archived_at IS NULL);
-- policy door for r using true
-- policy wall for * using (company_id = ( SELECT (NULLIF(current_setting('app.company'::text, true), ''::text))::uuid AS "nullif"))
-- zhishou_app may insert, select, update

create view estate_card as
 SELECT estate.company_id,
    estate.id,
    estate.name,
    estate.short_name,
    estate.code,
    estate.kind,
    estate.zone
   FROM estate;
-- zhishou_app may select

create table event (
  company_id uuid not null default current_company(),
  id uuid not null,
  tx xid8 not null default pg_current_xact_id(),
  at timestamp with time zone not null,
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
  details jsonb not null default '{}'::jsonb,
  call_id text,
  constraint event_pkey PRIMARY KEY (company_id, id)
);
-- behind the company wall, forced
CREATE INDEX event_by_record ON public.event USING btree (company_id, record_id, id);
CREATE INDEX event_by_tx ON public.event USING btree (company_id, tx, id);
CREATE TRIGGER event_is_append_only BEFORE DELETE OR UPDATE ON public.event FOR EACH ROW EXECUTE FUNCTION refuse_change();
-- policy door for r using true
-- policy wall for * using (company_id = ( SELECT (NULLIF(current_setting('app.company'::text, true), ''::text))::uuid AS "nullif"))
-- zhishou_app may insert, select

create table hearer (
  company_id uuid not null default current_company(),
  name text not null,
  tx xid8 not null default '0'::xid8,
  event_id uuid not null default '00000000-0000-0000-0000-000000000000'::uuid,
  failures integer not null default 0,
  error text,
  constraint hearer_pkey PRIMARY KEY (company_id, name)
);
-- behind the company wall, forced
-- policy door for r using true
-- policy wall for * using (company_id = ( SELECT (NULLIF(current_setting('app.company'::text, true), ''::text))::uuid AS "nullif"))
-- zhishou_app may insert, select, update

create table idempotency (
  company_id uuid not null default current_company(),
  account_id uuid not null,
  key text not null,
  call text not null,
  input_hash text not null,
  status integer not null,
  answer jsonb,
  at timestamp with time zone not null default now(),
  constraint idempotency_pkey PRIMARY KEY (company_id, account_id, key)
);
-- behind the company wall, forced
-- policy door for r using true
-- policy wall for * using (company_id = ( SELECT (NULLIF(current_setting('app.company'::text, true), ''::text))::uuid AS "nullif"))
-- zhishou_app may delete, insert, select

create table notification (
  company_id uuid not null default current_company(),
  id uuid not null,
  account_id uuid not null,
  kind text not null,
  params jsonb not null default '{}'::jsonb,
  record_kind text,
  record_id uuid,
  created_at timestamp with time zone not null default now(),
  read_at timestamp with time zone,
  dedupe text,
  constraint notification_pkey PRIMARY KEY (company_id, id),
  constraint notification_company_id_account_id_dedupe_key UNIQUE (company_id, account_id, dedupe)
);
-- behind the company wall, forced
CREATE INDEX notification_newest ON public.notification USING btree (company_id, account_id, created_at DESC);
-- policy door for r using true
-- policy wall for * using (company_id = ( SELECT (NULLIF(current_setting('app.company'::text, true), ''::text))::uuid AS "nullif"))
-- zhishou_app may insert, select, update

create table post (
  company_id uuid not null default current_company(),
  id uuid not null,
  key text not null,
  title text not null,
  title_en text not null default ''::text,
  department_kind text not null,
  reports_to_id uuid,
  system boolean not null default false,
  created_at timestamp with time zone not null default now(),
  archived_at timestamp with time zone,
  constraint post_pkey PRIMARY KEY (company_id, id),
  constraint post_check CHECK ((reports_to_id <> id)),
  constraint post_company_id_fkey FOREIGN KEY (company_id) REFERENCES company(id),
  constraint post_company_id_key_key UNIQUE (company_id, key),
  constraint post_company_id_reports_to_id_fkey FOREIGN KEY (company_id, reports_to_id) REFERENCES post(company_id, id),
  constraint post_department_kind_check CHECK ((department_kind = ANY (ARRAY['management'::text, 'customer_service'::text, 'engineering'::text, 'security'::text, 'environment'::text, 'office'::text, 'other'::text]))),
  constraint post_key_check CHECK ((key ~ '^[a-z][A-Za-z0-9]{1,39}$'::text))
);
-- behind the company wall, forced
CREATE INDEX post_by_superior ON public.post USING btree (company_id, reports_to_id);
-- policy door for r using true
-- policy wall for * using (company_id = ( SELECT (NULLIF(current_setting('app.company'::text, true), ''::text))::uuid AS "nullif"))
-- zhishou_app may insert, select, update

create view post_card as
 SELECT post.company_id,
    post.id,
    post.key,
    post.title,
    post.title_en
   FROM post;
-- zhishou_app may select

create table post_grant (
  company_id uuid not null default current_company(),
  post_id uuid not null,
  permission text not null,
  reach text not null,
  constraint post_grant_pkey PRIMARY KEY (company_id, post_id, permission),
  constraint post_grant_company_id_post_id_fkey FOREIGN KEY (company_id, post_id) REFERENCES post(company_id, id),
  constraint post_grant_reach_check CHECK ((reach = ANY (ARRAY['own'::text, 'area'::text, 'estate'::text, 'company'::text])))
);
-- behind the company wall, forced
CREATE INDEX post_grant_by_permission ON public.post_grant USING btree (company_id, permission);
-- policy door for r using true
-- policy wall for * using (company_id = ( SELECT (NULLIF(current_setting('app.company'::text, true), ''::text))::uuid AS "nullif"))
-- zhishou_app may delete, insert, select, update

create table saved_view (
  company_id uuid not null default current_company(),
  id uuid not null,
  account_id uuid not null,
  list text not null,
  name text not null,
  query jsonb not null,
  shared boolean not null default false,
  created_at timestamp with time zone not null default now(),
  constraint saved_view_pkey PRIMARY KEY (company_id, id)
);
-- behind the company wall, forced
-- policy door for r using true
-- policy wall for * using (company_id = ( SELECT (NULLIF(current_setting('app.company'::text, true), ''::text))::uuid AS "nullif"))
-- zhishou_app may delete, insert, select, update

create table session (
  company_id uuid not null default current_company(),
  id uuid not null,
  account_id uuid not null,
  token_hash bytea not null,
  created_at timestamp with time zone not null default now(),
  seen_at timestamp with time zone not null default now(),
  expires_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  address text,
  device text,
  constraint session_pkey PRIMARY KEY (company_id, id),
  constraint session_company_id_account_id_fkey FOREIGN KEY (company_id, account_id) REFERENCES account(company_id, id)
);
-- behind the company wall, forced
CREATE INDEX session_by_account ON public.session USING btree (company_id, account_id);
CREATE INDEX session_by_token ON public.session USING btree (token_hash);
-- policy door for r using true
-- policy wall for * using (company_id = ( SELECT (NULLIF(current_setting('app.company'::text, true), ''::text))::uuid AS "nullif"))
-- zhishou_app may insert, select, update

create table sign_in_failure (
  key text not null,
  failures integer not null,
  first_at timestamp with time zone not null,
  locked_until timestamp with time zone,
  constraint sign_in_failure_pkey PRIMARY KEY (key)
);
-- NO company wall
-- zhishou_app may delete, insert, select, update

create table staff (
  company_id uuid not null default current_company(),
  id uuid not null,
  no text not null,
  name text not null,
  phone text,
  gender text,
  department_id uuid,
  superior_id uuid,
  joined_on date not null,
  left_on date,
  trades text[] not null default '{}'::text[],
  on_duty boolean not null default true,
  created_at timestamp with time zone not null default now(),
  constraint staff_pkey PRIMARY KEY (company_id, id),
  constraint staff_check CHECK ((superior_id <> id)),
  constraint staff_check1 CHECK ((left_on >= joined_on)),
  constraint staff_company_id_department_id_fkey FOREIGN KEY (company_id, department_id) REFERENCES department(company_id, id),
  constraint staff_company_id_fkey FOREIGN KEY (company_id) REFERENCES company(id),
  constraint staff_company_id_no_key UNIQUE (company_id, no),
  constraint staff_company_id_superior_id_fkey FOREIGN KEY (company_id, superior_id) REFERENCES staff(company_id, id),
  constraint staff_gender_check CHECK ((gender = ANY (ARRAY['male'::text, 'female'::text])))
);
-- behind the company wall, forced
CREATE INDEX staff_by_department ON public.staff USING btree (company_id, department_id);
CREATE INDEX staff_by_superior ON public.staff USING btree (company_id, superior_id);
-- policy door for r using true
-- policy wall for * using (company_id = ( SELECT (NULLIF(current_setting('app.company'::text, true), ''::text))::uuid AS "nullif"))
-- zhishou_app may insert, select, update

create view staff_card as
 SELECT staff.company_id,
    staff.id,
    staff.no,
    staff.name,
    staff.phone,
    staff.trades,
    staff.on_duty,
    staff.left_on
   FROM staff;
-- zhishou_app may select

create table staff_post (
  company_id uuid not null default current_company(),
  id uuid not null,
  staff_id uuid not null,
  post_id uuid not null,
  estate_id uuid,
  from_on date not null,
  to_on date,
  ended_at timestamp with time zone,
  constraint staff_post_pkey PRIMARY KEY (company_id, id),
  constraint staff_post_check CHECK ((to_on >= from_on)),
  constraint staff_post_company_id_estate_id_fkey FOREIGN KEY (company_id, estate_id) REFERENCES estate(company_id, id),
  constraint staff_post_company_id_post_id_fkey FOREIGN KEY (company_id, post_id) REFERENCES post(company_id, id),
  constraint staff_post_company_id_staff_id_fkey FOREIGN KEY (company_id, staff_id) REFERENCES staff(company_id, id)
);
-- behind the company wall, forced
CREATE INDEX staff_post_by_post ON public.staff_post USING btree (company_id, post_id, estate_id);
CREATE INDEX staff_post_by_staff ON public.staff_post USING btree (company_id, staff_id);
-- policy door for r using true
-- policy wall for * using (company_id = ( SELECT (NULLIF(current_setting('app.company'::text, true), ''::text))::uuid AS "nullif"))
-- zhishou_app may insert, select, update

create table work_run (
  company_id uuid not null default current_company(),
  id uuid not null,
  kind text not null,
  title text not null,
  state text not null default 'waiting'::text,
  input jsonb not null default '{}'::jsonb,
  result jsonb not null default '{}'::jsonb,
  done integer not null default 0,
  total integer,
  error text,
  started_by uuid not null,
  created_at timestamp with time zone not null default now(),
  started_at timestamp with time zone,
  ended_at timestamp with time zone,
  cancel_asked_at timestamp with time zone,
  constraint work_run_pkey PRIMARY KEY (company_id, id),
  constraint work_run_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'running'::text, 'done'::text, 'failed'::text, 'cancelled'::text])))
);
-- behind the company wall, forced
CREATE INDEX work_run_newest ON public.work_run USING btree (company_id, kind, created_at DESC);
-- policy door for r using true
-- policy wall for * using (company_id = ( SELECT (NULLIF(current_setting('app.company'::text, true), ''::text))::uuid AS "nullif"))
-- zhishou_app may insert, select, update

CREATE OR REPLACE PROCEDURE public.company_wall(IN walled regclass, IN verbs text DEFAULT 'select, insert, update'::text, IN key text DEFAULT 'company_id'::text)
 LANGUAGE plpgsql
AS $procedure$
begin
  execute format('alter table %s enable row level security', walled);
  execute format('alter table %s force row level security', walled);
  execute format('create policy wall on %s to zhishou_app using (%I = (select nullif(current_setting(''app.company'', true), '''')::uuid)) with check (%I = (select nullif(current_setting(''app.company'', true), '''')::uuid))', walled, key, key);
  execute format('create policy door on %s for select to zhishou_door using (true)', walled);
  execute format('grant %s on %s to zhishou_app', verbs, walled);
  execute format('grant select on %s to zhishou_door', walled);
end $procedure$;

CREATE OR REPLACE FUNCTION public.current_company()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (NULLIF(current_setting('app.company'::text, true), ''::text))::uuid;

CREATE OR REPLACE FUNCTION public.door_companies()
 RETURNS TABLE(company_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
BEGIN ATOMIC
 SELECT c.id
    FROM company c;
END;

CREATE OR REPLACE FUNCTION public.door_logins(given text)
 RETURNS TABLE(company_id uuid, company_name text, id uuid, password_hash text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
BEGIN ATOMIC
 SELECT a.company_id,
     c.name,
     a.id,
     a.password_hash
    FROM (account a
      JOIN company c ON ((c.id = a.company_id)))
   WHERE (((a.login = lower(door_logins.given)) OR (a.phone = door_logins.given)) AND (a.disabled_at IS NULL));
END;

CREATE OR REPLACE FUNCTION public.door_session(given bytea)
 RETURNS TABLE(company_id uuid, id uuid, account_id uuid, expires_at timestamp with time zone, seen_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
BEGIN ATOMIC
 SELECT s.company_id,
     s.id,
     s.account_id,
     s.expires_at,
     s.seen_at
    FROM (session s
      JOIN account a ON (((a.company_id = s.company_id) AND (a.id = s.account_id))))
   WHERE ((s.token_hash = door_session.given) AND (s.ended_at IS NULL) AND (a.disabled_at IS NULL));
END;

CREATE OR REPLACE FUNCTION public.door_token(given bytea)
 RETURNS TABLE(company_id uuid, id uuid, account_id uuid, permissions text[], expires_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
BEGIN ATOMIC
 SELECT t.company_id,
     t.id,
     t.account_id,
     t.permissions,
     t.expires_at
    FROM (api_token t
      JOIN account a ON (((a.company_id = t.company_id) AND (a.id = t.account_id))))
   WHERE ((t.token_hash = door_token.given) AND (t.revoked_at IS NULL) AND (a.disabled_at IS NULL));
END;

CREATE OR REPLACE FUNCTION public.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'table % is append-only', tg_table_name using errcode = 'restrict_violation';
end $function$;
