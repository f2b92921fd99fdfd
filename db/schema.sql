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
  expires_at timestamp with time zone not null,
  seen_at timestamp with time zone,
  revoked_at timestamp with time zone,
  constraint api_token_pkey PRIMARY KEY (company_id, id),
  constraint api_token_company_id_account_id_fkey FOREIGN KEY (company_id, account_id) REFERENCES account(company_id, id)
);
-- behind the company wall, forced
CREATE INDEX api_token_by_token ON public.api_token USING btree (token_hash);
-- policy door for r using true
-- policy wall for * using (company_id = ( SELECT (NULLIF(current_setting('app.company'::text, true), ''::text))::uuid AS "nullif"))
-- zhishou_app may insert, select, update

create table approval (
  company_id uuid not null default current_company(),
  id uuid not null,
  kind text not null,
  subject_kind text not null,
  subject_id uuid not null,
  subject_no text,
  title text not null,
  note text,
  estate_id uuid,
  amount_fen bigint,
  days double precision,
  asked_by_id uuid not null,
  status text not null,
  opened_at timestamp with time zone not null,
  decided_at timestamp with time zone,
  timeout_hours integer,
  constraint approval_pkey PRIMARY KEY (company_id, id),
  constraint approval_company_id_asked_by_id_fkey FOREIGN KEY (company_id, asked_by_id) REFERENCES staff(company_id, id),
  constraint approval_company_id_estate_id_fkey FOREIGN KEY (company_id, estate_id) REFERENCES estate(company_id, id),
  constraint approval_kind_check CHECK ((kind = ANY (ARRAY['work_plan'::text, 'leave'::text, 'price'::text, 'waiver'::text, 'refund'::text]))),
  constraint approval_status_check CHECK ((status = ANY (ARRAY['open'::text, 'agreed'::text, 'returned'::text, 'refused'::text, 'withdrawn'::text, 'voided'::text])))
);
-- behind the company wall, forced
CREATE INDEX approval_newest ON public.approval USING btree (company_id, opened_at DESC, id DESC);
CREATE INDEX approval_of_asker ON public.approval USING btree (company_id, asked_by_id, opened_at DESC);
CREATE INDEX approval_of_subject ON public.approval USING btree (company_id, subject_id);
CREATE UNIQUE INDEX approval_running ON public.approval USING btree (company_id, subject_kind, subject_id) WHERE (status = 'open'::text);
-- policy door for r using true
-- policy wall for * using (company_id = ( SELECT (NULLIF(current_setting('app.company'::text, true), ''::text))::uuid AS "nullif"))
-- zhishou_app may insert, select, update

create table approval_rule (
  company_id uuid not null default current_company(),
  id uuid not null,
  kind text not null,
  up_to_fen bigint,
  up_to_days double precision,
  steps text[] not null,
  timeout_hours integer,
  constraint approval_rule_pkey PRIMARY KEY (company_id, id),
  constraint approval_rule_company_id_kind_up_to_fen_up_to_days_key UNIQUE NULLS NOT DISTINCT (company_id, kind, up_to_fen, up_to_days),
  constraint approval_rule_kind_check CHECK ((kind = ANY (ARRAY['work_plan'::text, 'leave'::text, 'price'::text, 'waiver'::text, 'refund'::text]))),
  constraint approval_rule_steps_check CHECK (((cardinality(steps) >= 1) AND (cardinality(steps) <= 6))),
  constraint approval_rule_timeout_hours_check CHECK (((timeout_hours >= 1) AND (timeout_hours <= 720))),
  constraint approval_rule_up_to_days_check CHECK ((up_to_days >= (0)::double precision)),
  constraint approval_rule_up_to_fen_check CHECK ((up_to_fen >= 0))
);
-- behind the company wall, forced
-- policy door for r using true
-- policy wall for * using (company_id = ( SELECT (NULLIF(current_setting('app.company'::text, true), ''::text))::uuid AS "nullif"))
-- zhishou_app may delete, insert, select, update

create table approval_step (
  company_id uuid not null default current_company(),
  id uuid not null,
  approval_id uuid not null,
  seq smallint not null,
  who text not null,
  approver_ids uuid[] not null,
  began_at timestamp with time zone,
  due_at timestamp with time zone,
  moved_up integer not null default 0,
  answer text,
  answered_by_id uuid,
  answered_for_id uuid,
  answered_at timestamp with time zone,
  remark text,
  constraint approval_step_pkey PRIMARY KEY (company_id, id),
  constraint approval_step_answer_check CHECK ((answer = ANY (ARRAY['agreed'::text, 'returned'::text, 'refused'::text]))),
  constraint approval_step_approver_ids_check CHECK ((cardinality(approver_ids) > 0)),
  constraint approval_step_check CHECK (((answer IS NULL) = (answered_at IS NULL))),
  constraint approval_step_company_id_answered_by_id_fkey FOREIGN KEY (company_id, answered_by_id) REFERENCES staff(company_id, id),
  constraint approval_step_company_id_answered_for_id_fkey FOREIGN KEY (company_id, answered_for_id) REFERENCES staff(company_id, id),
  constraint approval_step_company_id_approval_id_fkey FOREIGN KEY (company_id, approval_id) REFERENCES approval(company_id, id),
  constraint approval_step_company_id_approval_id_seq_key UNIQUE (company_id, approval_id, seq)
);
-- behind the company wall, forced
CREATE INDEX approval_step_waiting ON public.approval_step USING btree (company_id, due_at) WHERE ((answer IS NULL) AND (began_at IS NOT NULL));
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
 SELECT company_id,
    id,
    estate_id,
    name,
    code,
    archived_at
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

create view area_holder_card as
 SELECT company_id,
    id,
    area_id,
    staff_id,
    role,
    from_on,
    to_on
   FROM area_holder
  WHERE (ended_at IS NULL);
-- zhishou_app may select

create view area_holder_span_card as
 SELECT h.company_id,
    h.id,
    h.area_id,
    h.staff_id,
    h.role,
    h.from_on,
        CASE
            WHEN (h.ended_at IS NULL) THEN h.to_on
            ELSE ((h.ended_at AT TIME ZONE c.zone))::date
        END AS to_on
   FROM (area_holder h
     JOIN company c ON ((c.id = h.company_id)));
-- zhishou_app may select

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
-- zhishou_app may delete, insert, select

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

create table authority_limit (
  company_id uuid not null default current_company(),
  id uuid not null,
  post_id uuid not null,
  kind text not null,
  up_to_fen bigint,
  up_to_days double precision,
  constraint authority_limit_pkey PRIMARY KEY (company_id, id),
  constraint authority_limit_company_id_post_id_fkey FOREIGN KEY (company_id, post_id) REFERENCES post(company_id, id),
  constraint authority_limit_company_id_post_id_kind_key UNIQUE (company_id, post_id, kind),
  constraint authority_limit_kind_check CHECK ((kind = ANY (ARRAY['work_plan'::text, 'leave'::text, 'price'::text, 'waiver'::text, 'refund'::text]))),
  constraint authority_limit_up_to_days_check CHECK ((up_to_days >= (0)::double precision)),
  constraint authority_limit_up_to_fen_check CHECK ((up_to_fen >= 0))
);
-- behind the company wall, forced
-- policy door for r using true
-- policy wall for * using (company_id = ( SELECT (NULLIF(current_setting('app.company'::text, true), ''::text))::uuid AS "nullif"))
-- zhishou_app may delete, insert, select, update

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

create table call_log (
  company_id uuid not null default current_company(),
  id uuid not null,
  estate_id uuid not null,
  channel text not null,
  customer_id uuid,
  caller_name text,
  caller_phone text,
  anonymous boolean not null default false,
  at timestamp with time zone not null,
  taken_by_id uuid,
  constraint call_log_pkey PRIMARY KEY (company_id, id),
  constraint call_log_channel_check CHECK ((channel = ANY (ARRAY['phone'::text, 'front_desk'::text, 'wechat'::text, 'app'::text, 'patrol'::text, 'visit'::text, 'letter'::text, 'email'::text, 'survey'::text, 'hotline12345'::text, 'owners_committee'::text, 'media'::text]))),
  constraint call_log_company_id_customer_id_fkey FOREIGN KEY (company_id, customer_id) REFERENCES customer(company_id, id),
  constraint call_log_company_id_estate_id_fkey FOREIGN KEY (company_id, estate_id) REFERENCES estate(company_id, id)
);
-- behind the company wall, forced
CREATE INDEX call_log_by_customer ON public.call_log USING btree (company_id, customer_id, at DESC);
-- policy door for r using true
-- policy wall for * using (company_id = ( SELECT (NULLIF(current_setting('app.company'::text, true), ''::text))::uuid AS "nullif"))
-- zhishou_app may insert, select, update

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

create table company_brought (
  company_id uuid not null default current_company(),
  kind text not null,
  key text not null,
  at timestamp with time zone not null default now(),
  constraint company_brought_pkey PRIMARY KEY (company_id, kind, key),
  constraint company_brought_company_id_fkey FOREIGN KEY (company_id) REFERENCES company(id),
  constraint company_brought_kind_check CHECK ((kind = ANY (ARRAY['post'::text, 'permission'::text, 'defaults'::text])))
);
-- behind the company wall, forced
-- policy door for r using true
-- policy wall for * using (company_id = ( SELECT (NULLIF(current_setting('app.company'::text, true), ''::text))::uuid AS "nullif"))
-- zhishou_app may insert, select

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

create table customer (
  company_id uuid not null default current_company(),
  id uuid not null,
  estate_id uuid not null,
  kind text not null,
  name text not null,
  name_pinyin text,
  gender text,
  id_kind text,
  id_number_sealed bytea,
  id_number_hash bytea,
  id_number_masked text,
  note text,
  source text not null default 'desk'::text,
  created_at timestamp with time zone not null default now(),
  archived_at timestamp with time zone,
  merged_into_id uuid,
  merged_at timestamp with time zone,
  constraint customer_pkey PRIMARY KEY (company_id, id),
  constraint customer_check CHECK (((id_number_sealed IS NULL) = (id_number_hash IS NULL))),
  constraint customer_check1 CHECK (((id_number_sealed IS NULL) = (id_number_masked IS NULL))),
  constraint customer_check2 CHECK (((id_number_sealed IS NULL) = (id_kind IS NULL))),
  constraint customer_check3 CHECK (((merged_into_id IS NULL) = (merged_at IS NULL))),
  constraint customer_check4 CHECK ((merged_into_id <> id)),
  constraint customer_company_id_estate_id_fkey FOREIGN KEY (company_id, estate_id) REFERENCES estate(company_id, id),
  constraint customer_company_id_fkey FOREIGN KEY (company_id) REFERENCES company(id),
  constraint customer_company_id_merged_into_id_fkey FOREIGN KEY (company_id, merged_into_id) REFERENCES customer(company_id, id),
  constraint customer_gender_check CHECK ((gender = ANY (ARRAY['male'::text, 'female'::text]))),
  constraint customer_id_kind_check CHECK ((id_kind = ANY (ARRAY['resident_id'::text, 'credit_code'::text, 'passport'::text, 'hk_macao_permit'::text, 'taiwan_permit'::text, 'residence_permit'::text]))),
  constraint customer_kind_check CHECK ((kind = ANY (ARRAY['person'::text, 'firm'::text]))),
  constraint customer_name_check CHECK ((name <> ''::text)),
  constraint customer_source_check CHECK ((source = ANY (ARRAY['desk'::text, 'call'::text, 'import'::text, 'online'::text, 'handover'::text])))
);
-- behind the company wall, forced
CREATE INDEX customer_merged ON public.customer USING btree (merged_into_id) WHERE (merged_into_id IS NOT NULL);
CREATE UNIQUE INDEX customer_id_number ON public.customer USING btree (id_number_hash, company_id) WHERE (merged_into_id IS NULL);
-- policy door for r using true
-- policy wall for * using (company_id = ( SELECT (NULLIF(current_setting('app.company'::text, true), ''::text))::uuid AS "nullif"))
-- zhishou_app may insert, select, update

create view customer_card as
 SELECT c.company_id,
    c.id,
    c.estate_id,
    c.kind,
    c.name,
    c.gender,
    c.merged_into_id,
    c.archived_at,
    ph.id AS main_phone_id,
    ph.masked AS main_phone
   FROM (customer c
     LEFT JOIN customer_phone ph ON (((ph.company_id = c.company_id) AND (ph.customer_id = c.id) AND ph.main)));
-- zhishou_app may select

create table customer_estate (
  company_id uuid not null default current_company(),
  estate_id uuid not null,
  customer_id uuid not null,
  constraint customer_estate_pkey PRIMARY KEY (company_id, estate_id, customer_id),
  constraint customer_estate_company_id_customer_id_fkey FOREIGN KEY (company_id, customer_id) REFERENCES customer(company_id, id),
  constraint customer_estate_company_id_estate_id_fkey FOREIGN KEY (company_id, estate_id) REFERENCES estate(company_id, id)
);
-- behind the company wall, forced
CREATE INDEX customer_estate_by_customer ON public.customer_estate USING btree (customer_id);
-- policy door for r using true
-- policy wall for * using (company_id = ( SELECT (NULLIF(current_setting('app.company'::text, true), ''::text))::uuid AS "nullif"))
-- zhishou_app may insert, select, update

create table customer_key (
  company_id uuid not null default current_company(),
  estate_id uuid not null,
  key text not null,
  customer_id uuid not null,
  rank smallint not null default 0,
  constraint customer_key_pkey PRIMARY KEY (company_id, estate_id, key, customer_id)
);
-- behind the company wall, forced
CREATE INDEX customer_key_by_customer ON public.customer_key USING btree (customer_id);
-- policy door for r using true
-- policy wall for * using (company_id = ( SELECT (NULLIF(current_setting('app.company'::text, true), ''::text))::uuid AS "nullif"))
-- zhishou_app may delete, insert, select, update

create table customer_phone (
  company_id uuid not null default current_company(),
  id uuid not null,
  customer_id uuid not null,
  phone text not null,
  masked text not null,
  label text,
  main boolean not null default false,
  added_at timestamp with time zone not null default now(),
  ended_at timestamp with time zone,
  constraint customer_phone_pkey PRIMARY KEY (company_id, id),
  constraint customer_phone_check CHECK (((NOT main) OR (ended_at IS NULL))),
  constraint customer_phone_company_id_customer_id_fkey FOREIGN KEY (company_id, customer_id) REFERENCES customer(company_id, id)
);
-- behind the company wall, forced
CREATE INDEX customer_phone_by_phone ON public.customer_phone USING btree (phone, company_id);
CREATE UNIQUE INDEX customer_phone_main ON public.customer_phone USING btree (customer_id, company_id) WHERE main;
CREATE UNIQUE INDEX customer_phone_once ON public.customer_phone USING btree (customer_id, phone, company_id) WHERE (ended_at IS NULL);
-- policy door for r using true
-- policy wall for * using (company_id = ( SELECT (NULLIF(current_setting('app.company'::text, true), ''::text))::uuid AS "nullif"))
-- zhishou_app may insert, select, update

create table customer_unit (
  company_id uuid not null default current_company(),
  id uuid not null,
  customer_id uuid not null,
  place_id uuid not null,
  role text not null,
  share numeric,
  from_on date not null,
  to_on date,
  linked_at timestamp with time zone not null default now(),
  constraint customer_unit_pkey PRIMARY KEY (company_id, id),
  constraint customer_unit_check CHECK ((to_on >= from_on)),
  constraint customer_unit_check1 CHECK (((share IS NULL) OR (role = 'owner'::text))),
  constraint customer_unit_company_id_customer_id_fkey FOREIGN KEY (company_id, customer_id) REFERENCES customer(company_id, id),
  constraint customer_unit_company_id_place_id_fkey FOREIGN KEY (company_id, place_id) REFERENCES unit(company_id, id),
  constraint customer_unit_role_check CHECK ((role = ANY (ARRAY['owner'::text, 'tenant'::text, 'family'::text, 'contact'::text, 'staff_of_firm'::text]))),
  constraint customer_unit_share_check CHECK (((share > (0)::numeric) AND (share <= (100)::numeric)))
);
-- behind the company wall, forced
CREATE INDEX customer_unit_by_customer ON public.customer_unit USING btree (customer_id);
CREATE INDEX customer_unit_by_place ON public.customer_unit USING btree (place_id);
CREATE UNIQUE INDEX customer_unit_open ON public.customer_unit USING btree (customer_id, place_id, role, company_id) WHERE (to_on IS NULL);
-- policy door for r using true
-- policy wall for * using (company_id = ( SELECT (NULLIF(current_setting('app.company'::text, true), ''::text))::uuid AS "nullif"))
-- zhishou_app may insert, select, update

create table customer_vehicle (
  company_id uuid not null default current_company(),
  id uuid not null,
  customer_id uuid not null,
  plate text not null,
  label text,
  added_at timestamp with time zone not null default now(),
  ended_at timestamp with time zone,
  constraint customer_vehicle_pkey PRIMARY KEY (company_id, id),
  constraint customer_vehicle_company_id_customer_id_fkey FOREIGN KEY (company_id, customer_id) REFERENCES customer(company_id, id)
);
-- behind the company wall, forced
CREATE UNIQUE INDEX customer_vehicle_once ON public.customer_vehicle USING btree (customer_id, plate, company_id) WHERE (ended_at IS NULL);
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
 SELECT company_id,
    id,
    estate_id,
    name,
    name_en,
    archived_at
   FROM department;
-- zhishou_app may select

create table deputy (
  company_id uuid not null default current_company(),
  id uuid not null,
  principal_id uuid not null,
  deputy_id uuid not null,
  holding_id uuid not null,
  post_id uuid not null,
  estate_id uuid,
  turn smallint not null default 1,
  from_at timestamp with time zone not null,
  to_at timestamp with time zone not null,
  money_limit_fen bigint,
  reason text not null,
  note text,
  handover text,
  status text not null,
  named_by_id uuid not null,
  ended_at timestamp with time zone,
  end_reason text,
  created_at timestamp with time zone not null default now(),
  constraint deputy_pkey PRIMARY KEY (company_id, id),
  constraint deputy_check CHECK ((deputy_id <> principal_id)),
  constraint deputy_check1 CHECK ((to_at > from_at)),
  constraint deputy_company_id_deputy_id_fkey FOREIGN KEY (company_id, deputy_id) REFERENCES staff(company_id, id),
  constraint deputy_company_id_estate_id_fkey FOREIGN KEY (company_id, estate_id) REFERENCES estate(company_id, id),
  constraint deputy_company_id_holding_id_fkey FOREIGN KEY (company_id, holding_id) REFERENCES staff_post(company_id, id),
  constraint deputy_company_id_named_by_id_fkey FOREIGN KEY (company_id, named_by_id) REFERENCES staff(company_id, id),
  constraint deputy_company_id_post_id_fkey FOREIGN KEY (company_id, post_id) REFERENCES post(company_id, id),
  constraint deputy_company_id_principal_id_fkey FOREIGN KEY (company_id, principal_id) REFERENCES staff(company_id, id),
  constraint deputy_end_reason_check CHECK ((end_reason = ANY (ARRAY['over'::text, 'returned'::text, 'post_lost'::text, 'left'::text]))),
  constraint deputy_money_limit_fen_check CHECK ((money_limit_fen >= 0)),
  constraint deputy_reason_check CHECK ((reason = ANY (ARRAY['leave'::text, 'trip'::text, 'training'::text, 'vacancy'::text, 'other'::text]))),
  constraint deputy_status_check CHECK ((status = ANY (ARRAY['planned'::text, 'active'::text, 'ended'::text, 'cancelled'::text]))),
  constraint deputy_turn_check CHECK (((turn >= 1) AND (turn <= 2)))
);
-- behind the company wall, forced
CREATE INDEX deputy_by_holding ON public.deputy USING btree (company_id, holding_id);
CREATE INDEX deputy_by_principal ON public.deputy USING btree (company_id, principal_id, from_at);
CREATE INDEX deputy_open ON public.deputy USING btree (company_id, status, from_at) WHERE (status = ANY (ARRAY['planned'::text, 'active'::text]));
CREATE INDEX deputy_running ON public.deputy USING btree (company_id, deputy_id, from_at) WHERE (status = ANY (ARRAY['planned'::text, 'active'::text]));
-- policy door for r using true
-- policy wall for * using (company_id = ( SELECT (NULLIF(current_setting('app.company'::text, true), ''::text))::uuid AS "nullif"))
-- zhishou_app may insert, select, update

create view deputy_card as
 SELECT company_id,
    id,
    principal_id,
    deputy_id,
    post_id,
    estate_id,
    turn,
    from_at,
    to_at,
    money_limit_fen,
    status
   FROM deputy;
-- zhishou_app may select

create table duty (
  company_id uuid not null default current_company(),
  id uuid not null,
  sheet_id uuid not null,
  line_id uuid not null,
  code text not null,
  text text not null,
  text_en text not null default ''::text,
  cadence text not null,
  capability text[] not null default '{}'::text[],
  measure text not null default ''::text,
  measure_en text not null default ''::text,
  proof_keys text[] not null default '{}'::text[],
  shown jsonb,
  since_on date,
  sort integer not null,
  constraint duty_pkey PRIMARY KEY (company_id, id),
  constraint duty_cadence_check CHECK ((cadence = ANY (ARRAY['on_demand'::text, 'shift'::text, 'daily'::text, 'weekly'::text, 'monthly'::text, 'quarterly'::text, 'half_yearly'::text, 'yearly'::text, 'always'::text]))),
  constraint duty_company_id_sheet_id_code_key UNIQUE (company_id, sheet_id, code),
  constraint duty_company_id_sheet_id_fkey FOREIGN KEY (company_id, sheet_id) REFERENCES duty_sheet(company_id, id)
);
-- behind the company wall, forced
CREATE INDEX duty_by_line ON public.duty USING btree (company_id, line_id);
-- policy door for r using true
-- policy wall for * using (company_id = ( SELECT (NULLIF(current_setting('app.company'::text, true), ''::text))::uuid AS "nullif"))
-- zhishou_app may delete, insert, select, update

create table duty_acknowledgement (
  company_id uuid not null default current_company(),
  id uuid not null,
  sheet_id uuid not null,
  staff_id uuid not null,
  due_at timestamp with time zone not null,
  given_at timestamp with time zone,
  dropped_at timestamp with time zone,
  constraint duty_acknowledgement_pkey PRIMARY KEY (company_id, id),
  constraint duty_acknowledgement_company_id_sheet_id_fkey FOREIGN KEY (company_id, sheet_id) REFERENCES duty_sheet(company_id, id),
  constraint duty_acknowledgement_company_id_staff_id_fkey FOREIGN KEY (company_id, staff_id) REFERENCES staff(company_id, id)
);
-- behind the company wall, forced
CREATE INDEX duty_acknowledgement_by_person ON public.duty_acknowledgement USING btree (company_id, staff_id) WHERE ((given_at IS NULL) AND (dropped_at IS NULL));
CREATE UNIQUE INDEX duty_acknowledgement_asked ON public.duty_acknowledgement USING btree (company_id, sheet_id, staff_id) WHERE (dropped_at IS NULL);
-- policy door for r using true
-- policy wall for * using (company_id = ( SELECT (NULLIF(current_setting('app.company'::text, true), ''::text))::uuid AS "nullif"))
-- zhishou_app may insert, select, update

create view duty_card as
 SELECT d.company_id,
    d.id,
    d.line_id,
    d.code,
    d.text,
    d.text_en,
    d.cadence,
    d.capability,
    d.proof_keys,
    d.shown,
    d.measure,
    d.measure_en,
    d.since_on,
    d.sort,
    s.post_id,
    s.id AS sheet_id,
    s.version
   FROM (duty d
     JOIN duty_sheet s ON (((s.company_id = d.company_id) AND (s.id = d.sheet_id))))
  WHERE (s.status = 'published'::text);
-- zhishou_app may select

create table duty_check (
  company_id uuid not null default current_company(),
  id uuid not null,
  staff_id uuid not null,
  line_id uuid,
  kind text not null,
  result text,
  note text not null default ''::text,
  by_id uuid not null,
  by_name text not null,
  at timestamp with time zone not null,
  on_day date not null,
  constraint duty_check_pkey PRIMARY KEY (company_id, id),
  constraint duty_check_company_id_by_id_fkey FOREIGN KEY (company_id, by_id) REFERENCES staff(company_id, id),
  constraint duty_check_company_id_staff_id_fkey FOREIGN KEY (company_id, staff_id) REFERENCES staff(company_id, id),
  constraint duty_check_kind_check CHECK ((kind = ANY (ARRAY['check'::text, 'remark'::text]))),
  constraint duty_check_result_check CHECK ((result = ANY (ARRAY['good'::text, 'mend'::text])))
);
-- behind the company wall, forced
CREATE INDEX duty_check_by_person ON public.duty_check USING btree (company_id, staff_id, on_day);
-- policy door for r using true
-- policy wall for * using (company_id = ( SELECT (NULLIF(current_setting('app.company'::text, true), ''::text))::uuid AS "nullif"))
-- zhishou_app may insert, select

create table duty_evidence (
  company_id uuid not null default current_company(),
  proof_key text not null,
  record_id uuid not null,
  turn integer not null,
  record_kind text not null,
  record_no text,
  state text not null,
  who uuid not null,
  estate_id uuid,
  area_id uuid,
  on_day date not null,
  opened_at timestamp with time zone not null,
  due_at timestamp with time zone,
  done_at timestamp with time zone,
  done_by_id uuid,
  done_by_name text,
  done_for_id uuid,
  opened_event uuid not null,
  done_event uuid,
  constraint duty_evidence_pkey PRIMARY KEY (company_id, proof_key, record_id, turn),
  constraint duty_evidence_state_check CHECK ((state = ANY (ARRAY['open'::text, 'met'::text, 'late'::text, 'void'::text])))
);
-- behind the company wall, forced
CREATE INDEX duty_evidence_by_day ON public.duty_evidence USING btree (company_id, proof_key, who, on_day);
CREATE INDEX duty_evidence_open ON public.duty_evidence USING btree (company_id, proof_key, who, due_at) WHERE (state = 'open'::text);
-- policy door for r using true
-- policy wall for * using (company_id = ( SELECT (NULLIF(current_setting('app.company'::text, true), ''::text))::uuid AS "nullif"))
-- zhishou_app may delete, insert, select, update

create table duty_proof (
  company_id uuid not null default current_company(),
  key text not null,
  proof jsonb not null,
  state text not null,
  tx xid8 not null default '0'::xid8,
  event_id uuid not null default '00000000-0000-0000-0000-000000000000'::uuid,
  created_at timestamp with time zone not null default now(),
  constraint duty_proof_pkey PRIMARY KEY (company_id, key),
  constraint duty_proof_company_id_fkey FOREIGN KEY (company_id) REFERENCES company(id),
  constraint duty_proof_state_check CHECK ((state = ANY (ARRAY['counting'::text, 'current'::text])))
);
-- behind the company wall, forced
-- policy door for r using true
-- policy wall for * using (company_id = ( SELECT (NULLIF(current_setting('app.company'::text, true), ''::text))::uuid AS "nullif"))
-- zhishou_app may insert, select, update

create table duty_sheet (
  company_id uuid not null default current_company(),
  id uuid not null,
  post_id uuid not null,
  version integer not null,
  status text not null,
  source text not null,
  note text not null default ''::text,
  drafted_by_id uuid,
  drafted_by_name text not null,
  submitted_at timestamp with time zone,
  reviewed_by_id uuid,
  reviewed_by_name text,
  return_reason text,
  effective_on date,
  published_at timestamp with time zone,
  replaced_at timestamp with time zone,
  created_at timestamp with time zone not null default now(),
  constraint duty_sheet_pkey PRIMARY KEY (company_id, id),
  constraint duty_sheet_company_id_drafted_by_id_fkey FOREIGN KEY (company_id, drafted_by_id) REFERENCES staff(company_id, id),
  constraint duty_sheet_company_id_fkey FOREIGN KEY (company_id) REFERENCES company(id),
  constraint duty_sheet_company_id_post_id_fkey FOREIGN KEY (company_id, post_id) REFERENCES post(company_id, id),
  constraint duty_sheet_company_id_post_id_version_key UNIQUE (company_id, post_id, version),
  constraint duty_sheet_company_id_reviewed_by_id_fkey FOREIGN KEY (company_id, reviewed_by_id) REFERENCES staff(company_id, id),
  constraint duty_sheet_source_check CHECK ((source = ANY (ARRAY['catalogue'::text, 'document'::text, 'typed'::text]))),
  constraint duty_sheet_status_check CHECK ((status = ANY (ARRAY['draft'::text, 'in_review'::text, 'published'::text, 'replaced'::text, 'withdrawn'::text]))),
  constraint duty_sheet_version_check CHECK ((version > 0))
);
-- behind the company wall, forced
CREATE UNIQUE INDEX duty_sheet_in_force ON public.duty_sheet USING btree (company_id, post_id) WHERE (status = 'published'::text);
CREATE UNIQUE INDEX duty_sheet_in_work ON public.duty_sheet USING btree (company_id, post_id) WHERE (status = ANY (ARRAY['draft'::text, 'in_review'::text]));
-- policy door for r using true
-- policy wall for * using (company_id = ( SELECT (NULLIF(current_setting('app.company'::text, true), ''::text))::uuid AS "nullif"))
-- zhishou_app may insert, select, update

create table duty_tally (
  company_id uuid not null default current_company(),
  proof_key text not null,
  who uuid not null,
  on_day date not null,
  due integer not null,
  met integer not null,
  late integer not null,
  done integer not null,
  constraint duty_tally_pkey PRIMARY KEY (company_id, proof_key, who, on_day)
);
-- behind the company wall, forced
-- policy door for r using true
-- policy wall for * using (company_id = ( SELECT (NULLIF(current_setting('app.company'::text, true), ''::text))::uuid AS "nullif"))
-- zhishou_app may delete, insert, select, update

create table escalation_step (
  company_id uuid not null default current_company(),
  id uuid not null,
  estate_id uuid,
  ratio numeric not null,
  tell text not null,
  critical boolean not null default false,
  constraint escalation_step_pkey PRIMARY KEY (company_id, id),
  constraint escalation_step_company_id_estate_id_critical_ratio_tell_key UNIQUE NULLS NOT DISTINCT (company_id, estate_id, critical, ratio, tell),
  constraint escalation_step_company_id_estate_id_fkey FOREIGN KEY (company_id, estate_id) REFERENCES estate(company_id, id),
  constraint escalation_step_ratio_check CHECK (((ratio > (0)::numeric) AND (ratio <= (20)::numeric))),
  constraint escalation_step_tell_check CHECK ((tell = ANY (ARRAY['handler'::text, 'supervisor'::text, 'manager'::text, 'project_head'::text])))
);
-- behind the company wall, forced
-- policy door for r using true
-- policy wall for * using (company_id = ( SELECT (NULLIF(current_setting('app.company'::text, true), ''::text))::uuid AS "nullif"))
-- zhishou_app may delete, insert, select, update

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
 SELECT company_id,
    id,
    name,
    short_name,
    code,
    kind,
    zone,
    service_opens,
    service_closes,
    service_every_day,
    archived_at
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
  for_name text,
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

create table hold_reason (
  company_id uuid not null default current_company(),
  id uuid not null,
  code text not null,
  name text not null,
  name_en text not null,
  stops_clock boolean not null,
  sort integer not null default 0,
  archived_at timestamp with time zone,
  constraint hold_reason_pkey PRIMARY KEY (company_id, id),
  constraint hold_reason_company_id_code_key UNIQUE (company_id, code)
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

create table import (
  company_id uuid not null default current_company(),
  id uuid not null,
  kind text not null,
  attachment_id uuid not null,
  file_name text not null,
  headers jsonb not null,
  sample jsonb not null,
  signature text not null,
  mapping jsonb not null default '{}'::jsonb,
  options jsonb not null default '{}'::jsonb,
  state text not null default 'draft'::text,
  total integer,
  taken integer not null default 0,
  same integer not null default 0,
  rejected integer not null default 0,
  row_reached integer not null default 0,
  run_id uuid,
  rejects_attachment_id uuid,
  created_by uuid not null,
  created_at timestamp with time zone not null default now(),
  finished_at timestamp with time zone,
  constraint import_pkey PRIMARY KEY (company_id, id),
  constraint import_check CHECK (((state <> ALL (ARRAY['checked'::text, 'done'::text])) OR ((total IS NOT NULL) AND (((taken + same) + rejected) = total)))),
  constraint import_company_id_attachment_id_fkey FOREIGN KEY (company_id, attachment_id) REFERENCES attachment(company_id, id),
  constraint import_company_id_rejects_attachment_id_fkey FOREIGN KEY (company_id, rejects_attachment_id) REFERENCES attachment(company_id, id),
  constraint import_company_id_run_id_fkey FOREIGN KEY (company_id, run_id) REFERENCES work_run(company_id, id),
  constraint import_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'ready'::text, 'checking'::text, 'checked'::text, 'running'::text, 'stopped'::text, 'done'::text])))
);
-- behind the company wall, forced
-- policy door for r using true
-- policy wall for * using (company_id = ( SELECT (NULLIF(current_setting('app.company'::text, true), ''::text))::uuid AS "nullif"))
-- zhishou_app may insert, select, update

create table import_mapping (
  company_id uuid not null default current_company(),
  kind text not null,
  signature text not null,
  mapping jsonb not null,
  options jsonb not null,
  used_at timestamp with time zone not null,
  used_by uuid not null,
  constraint import_mapping_pkey PRIMARY KEY (company_id, kind, signature)
);
-- behind the company wall, forced
-- policy door for r using true
-- policy wall for * using (company_id = ( SELECT (NULLIF(current_setting('app.company'::text, true), ''::text))::uuid AS "nullif"))
-- zhishou_app may insert, select, update

create table import_reject (
  company_id uuid not null default current_company(),
  import_id uuid not null,
  run_id uuid not null,
  row_number integer not null,
  cells jsonb not null,
  reasons jsonb not null,
  constraint import_reject_pkey PRIMARY KEY (company_id, run_id, row_number),
  constraint import_reject_company_id_import_id_fkey FOREIGN KEY (company_id, import_id) REFERENCES import(company_id, id),
  constraint import_reject_company_id_run_id_fkey FOREIGN KEY (company_id, run_id) REFERENCES work_run(company_id, id)
);
-- behind the company wall, forced
-- policy door for r using true
-- policy wall for * using (company_id = ( SELECT (NULLIF(current_setting('app.company'::text, true), ''::text))::uuid AS "nullif"))
-- zhishou_app may insert, select

create table job_document (
  company_id uuid not null default current_company(),
  id uuid not null,
  name text not null,
  kind text not null,
  text text not null,
  reading jsonb not null,
  posts integer not null,
  duties integer not null,
  status text not null,
  attachment_id uuid,
  read_by_id uuid not null,
  read_by_name text not null,
  read_at timestamp with time zone not null,
  settled_by_name text,
  settled_at timestamp with time zone,
  discard_reason text,
  drafts jsonb not null default '[]'::jsonb,
  constraint job_document_pkey PRIMARY KEY (company_id, id),
  constraint job_document_check CHECK (((kind = 'pasted'::text) = (attachment_id IS NULL))),
  constraint job_document_check1 CHECK (((status = 'read'::text) = (settled_at IS NULL))),
  constraint job_document_check2 CHECK (((status = 'discarded'::text) = (discard_reason IS NOT NULL))),
  constraint job_document_company_id_attachment_id_fkey FOREIGN KEY (company_id, attachment_id) REFERENCES attachment(company_id, id),
  constraint job_document_company_id_read_by_id_fkey FOREIGN KEY (company_id, read_by_id) REFERENCES staff(company_id, id),
  constraint job_document_duties_check CHECK ((duties >= 0)),
  constraint job_document_kind_check CHECK ((kind = ANY (ARRAY['txt'::text, 'docx'::text, 'xlsx'::text, 'pdf'::text, 'pasted'::text]))),
  constraint job_document_posts_check CHECK ((posts >= 0)),
  constraint job_document_status_check CHECK ((status = ANY (ARRAY['read'::text, 'taken'::text, 'discarded'::text])))
);
-- behind the company wall, forced
CREATE INDEX job_document_newest ON public.job_document USING btree (company_id, read_at DESC, id DESC);
-- policy door for r using true
-- policy wall for * using (company_id = ( SELECT (NULLIF(current_setting('app.company'::text, true), ''::text))::uuid AS "nullif"))
-- zhishou_app may insert, select, update

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
CREATE INDEX notification_newest ON public.notification USING btree (company_id, account_id, id);
CREATE INDEX notification_unread ON public.notification USING btree (company_id, account_id) WHERE (read_at IS NULL);
-- policy door for r using true
-- policy wall for * using (company_id = ( SELECT (NULLIF(current_setting('app.company'::text, true), ''::text))::uuid AS "nullif"))
-- zhishou_app may insert, select, update

create table place (
  company_id uuid not null default current_company(),
  id uuid not null,
  estate_id uuid not null,
  parent_id uuid,
  building_id uuid,
  kind text not null,
  detail text,
  no text not null,
  name text not null,
  code text not null,
  path_name text not null,
  directions text,
  area_id uuid,
  area_own boolean not null default false,
  sort text not null,
  created_at timestamp with time zone not null default now(),
  archived_at timestamp with time zone,
  constraint place_pkey PRIMARY KEY (company_id, id),
  constraint place_check CHECK (((kind <> 'building'::text) OR (parent_id IS NULL))),
  constraint place_check1 CHECK (((kind <> ALL (ARRAY['entrance'::text, 'floor'::text, 'unit'::text])) OR (parent_id IS NOT NULL))),
  constraint place_check2 CHECK (((detail IS NULL) OR (kind = ANY (ARRAY['public_area'::text, 'facility'::text])))),
  constraint place_check3 CHECK (((NOT area_own) OR (area_id IS NOT NULL))),
  constraint place_company_id_building_id_fkey FOREIGN KEY (company_id, building_id) REFERENCES place(company_id, id),
  constraint place_company_id_estate_id_area_id_fkey FOREIGN KEY (company_id, estate_id, area_id) REFERENCES area(company_id, estate_id, id),
  constraint place_company_id_estate_id_fkey FOREIGN KEY (company_id, estate_id) REFERENCES estate(company_id, id),
  constraint place_company_id_fkey FOREIGN KEY (company_id) REFERENCES company(id),
  constraint place_company_id_parent_id_fkey FOREIGN KEY (company_id, parent_id) REFERENCES place(company_id, id),
  constraint place_detail_check CHECK ((detail = ANY (ARRAY['lobby'::text, 'corridor'::text, 'stairwell'::text, 'roof'::text, 'garage'::text, 'garden'::text, 'road'::text, 'playground'::text, 'clubhouse'::text, 'toilet'::text, 'wall'::text, 'lift'::text, 'escalator'::text, 'pump_room'::text, 'water_tank'::text, 'substation'::text, 'generator'::text, 'fire_control'::text, 'fire_equipment'::text, 'monitoring'::text, 'gate'::text, 'barrier'::text, 'entry_door'::text, 'intercom'::text, 'air_conditioning'::text, 'lighting'::text, 'drainage'::text, 'gas'::text, 'network'::text, 'other'::text]))),
  constraint place_kind_check CHECK ((kind = ANY (ARRAY['building'::text, 'entrance'::text, 'floor'::text, 'unit'::text, 'public_area'::text, 'facility'::text]))),
  constraint place_name_check CHECK ((name <> ''::text)),
  constraint place_no_check CHECK ((no <> ''::text))
);
-- behind the company wall, forced
CREATE INDEX place_by_area ON public.place USING btree (area_id) WHERE (area_id IS NOT NULL);
CREATE INDEX place_by_building ON public.place USING btree (building_id, sort, id);
CREATE INDEX place_by_parent ON public.place USING btree (parent_id);
CREATE INDEX place_in_order ON public.place USING btree (estate_id, sort, id);
CREATE UNIQUE INDEX place_code ON public.place USING btree (estate_id, code, company_id) WHERE (archived_at IS NULL);
-- policy door for r using true
-- policy wall for * using (company_id = ( SELECT (NULLIF(current_setting('app.company'::text, true), ''::text))::uuid AS "nullif"))
-- zhishou_app may insert, select, update

create view place_card as
 SELECT p.company_id,
    p.id,
    p.estate_id,
    p.building_id,
    p.area_id,
    p.kind,
    p.detail,
    p.code,
    p.name,
    p.path_name,
    p.directions,
    p.archived_at,
    u.status AS unit_status
   FROM (place p
     LEFT JOIN unit u ON (((u.company_id = p.company_id) AND (u.id = p.id))));
-- zhishou_app may select

create table place_key (
  company_id uuid not null default current_company(),
  estate_id uuid not null,
  key text not null,
  place_id uuid not null,
  rank smallint not null default 0,
  constraint place_key_pkey PRIMARY KEY (company_id, estate_id, key, place_id)
);
-- behind the company wall, forced
CREATE INDEX place_key_by_place ON public.place_key USING btree (place_id);
-- policy door for r using true
-- policy wall for * using (company_id = ( SELECT (NULLIF(current_setting('app.company'::text, true), ''::text))::uuid AS "nullif"))
-- zhishou_app may delete, insert, select, update

create table plan_item (
  company_id uuid not null default current_company(),
  id uuid not null,
  work_plan_id uuid not null,
  seq smallint not null,
  goal text not null,
  due_on date not null,
  done_at timestamp with time zone,
  result text,
  constraint plan_item_pkey PRIMARY KEY (company_id, id),
  constraint plan_item_company_id_work_plan_id_fkey FOREIGN KEY (company_id, work_plan_id) REFERENCES work_plan(company_id, id)
);
-- behind the company wall, forced
CREATE INDEX plan_item_of_plan ON public.plan_item USING btree (company_id, work_plan_id, seq);
-- policy door for r using true
-- policy wall for * using (company_id = ( SELECT (NULLIF(current_setting('app.company'::text, true), ''::text))::uuid AS "nullif"))
-- zhishou_app may delete, insert, select, update

create table post (
  company_id uuid not null default current_company(),
  id uuid not null,
  key text not null,
  kind text not null default 'post'::text,
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
  constraint post_department_kind_check CHECK ((department_kind = ANY (ARRAY['management'::text, 'customer_service'::text, 'engineering'::text, 'security'::text, 'environment'::text, 'office'::text, 'sales'::text, 'food_and_beverage'::text, 'other'::text]))),
  constraint post_key_check CHECK ((key ~ '^[a-z][A-Za-z0-9]{1,39}$'::text)),
  constraint post_kind_check CHECK ((kind = ANY (ARRAY['post'::text, 'family'::text])))
);
-- behind the company wall, forced
CREATE INDEX post_by_superior ON public.post USING btree (company_id, reports_to_id);
-- policy door for r using true
-- policy wall for * using (company_id = ( SELECT (NULLIF(current_setting('app.company'::text, true), ''::text))::uuid AS "nullif"))
-- zhishou_app may insert, select, update

create view post_card as
 SELECT company_id,
    id,
    key,
    title,
    title_en,
    reports_to_id,
    archived_at,
    kind
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

create view post_grant_card as
 SELECT company_id,
    post_id,
    permission,
    reach
   FROM post_grant;
-- zhishou_app may select

create table price_item (
  company_id uuid not null default current_company(),
  id uuid not null,
  estate_id uuid,
  trade text not null,
  name text not null,
  name_en text not null,
  unit text not null,
  price_fen bigint not null,
  minutes integer,
  warranty_days integer not null default 30,
  archived_at timestamp with time zone,
  constraint price_item_pkey PRIMARY KEY (company_id, id),
  constraint price_item_company_id_estate_id_fkey FOREIGN KEY (company_id, estate_id) REFERENCES estate(company_id, id),
  constraint price_item_price_fen_check CHECK ((price_fen >= 0)),
  constraint price_item_trade_check CHECK ((trade = ANY (ARRAY['plumbing'::text, 'power'::text, 'low_voltage'::text, 'civil'::text, 'lift'::text, 'fire'::text, 'hvac'::text, 'gas'::text, 'facility'::text, 'security'::text, 'cleaning'::text, 'greening'::text, 'pest'::text, 'other'::text])))
);
-- behind the company wall, forced
-- policy door for r using true
-- policy wall for * using (company_id = ( SELECT (NULLIF(current_setting('app.company'::text, true), ''::text))::uuid AS "nullif"))
-- zhishou_app may insert, select, update

create table request (
  company_id uuid not null default current_company(),
  id uuid not null,
  no text not null,
  estate_id uuid not null,
  area_id uuid,
  call_id uuid,
  parent_id uuid,
  master_id uuid,
  duplicate_of_id uuid,
  previous_id uuid,
  kind text not null,
  category_id uuid,
  urgency text not null,
  level smallint not null default 1,
  subject text not null,
  body text not null default ''::text,
  place_id uuid,
  place_text text,
  indoor boolean,
  customer_id uuid,
  contact_name text,
  contact_phone text,
  anonymous boolean not null default false,
  channel text not null,
  source text not null default 'desk'::text,
  source_ref text,
  outside_due_at timestamp with time zone,
  outside_party text,
  received_at timestamp with time zone not null,
  received_by_id uuid,
  received_by text not null,
  appointment_from timestamp with time zone,
  appointment_to timestamp with time zone,
  status text not null,
  held_status text,
  handler_id uuid,
  about_staff_id uuid,
  valid boolean,
  due_at timestamp with time zone,
  accepted_at timestamp with time zone,
  answered_at timestamp with time zone,
  dispatched_at timestamp with time zone,
  taken_at timestamp with time zone,
  arrived_at timestamp with time zone,
  completed_at timestamp with time zone,
  closed_at timestamp with time zone,
  finish_outcome text,
  finish_due_at timestamp with time zone,
  answer_seconds double precision default date_part('epoch'::text, (answered_at - received_at)),
  finish_seconds double precision default date_part('epoch'::text, (completed_at - received_at)),
  hold_minutes integer not null default 0,
  chargeable boolean not null default false,
  amount_fen bigint not null default 0,
  paid_at timestamp with time zone,
  paid_by text,
  receipt_no text,
  result text,
  close_reason text,
  return_count integer not null default 0,
  rework_count integer not null default 0,
  reopen_count integer not null default 0,
  nudge_count integer not null default 0,
  sheets integer not null default 0,
  cycle integer not null default 1,
  created_at timestamp with time zone not null default now(),
  constraint request_pkey PRIMARY KEY (company_id, id),
  constraint request_amount_fen_check CHECK ((amount_fen >= 0)),
  constraint request_channel_check CHECK ((channel = ANY (ARRAY['phone'::text, 'front_desk'::text, 'wechat'::text, 'app'::text, 'patrol'::text, 'visit'::text, 'letter'::text, 'email'::text, 'survey'::text, 'hotline12345'::text, 'owners_committee'::text, 'media'::text]))),
  constraint request_check CHECK (((status <> 'on_hold'::text) OR (held_status IS NOT NULL))),
  constraint request_check1 CHECK (((appointment_from IS NULL) OR (appointment_to IS NULL) OR (appointment_from <= appointment_to))),
  constraint request_check2 CHECK ((anonymous OR (source <> 'desk'::text) OR (contact_name IS NOT NULL) OR (contact_phone IS NOT NULL) OR (customer_id IS NOT NULL))),
  constraint request_company_id_about_staff_id_fkey FOREIGN KEY (company_id, about_staff_id) REFERENCES staff(company_id, id),
  constraint request_company_id_area_id_fkey FOREIGN KEY (company_id, area_id) REFERENCES area(company_id, id),
  constraint request_company_id_call_id_fkey FOREIGN KEY (company_id, call_id) REFERENCES call_log(company_id, id),
  constraint request_company_id_category_id_fkey FOREIGN KEY (company_id, category_id) REFERENCES request_category(company_id, id),
  constraint request_company_id_customer_id_fkey FOREIGN KEY (company_id, customer_id) REFERENCES customer(company_id, id),
  constraint request_company_id_duplicate_of_id_fkey FOREIGN KEY (company_id, duplicate_of_id) REFERENCES request(company_id, id),
  constraint request_company_id_estate_id_fkey FOREIGN KEY (company_id, estate_id) REFERENCES estate(company_id, id),
  constraint request_company_id_handler_id_fkey FOREIGN KEY (company_id, handler_id) REFERENCES staff(company_id, id),
  constraint request_company_id_master_id_fkey FOREIGN KEY (company_id, master_id) REFERENCES request(company_id, id),
  constraint request_company_id_no_key UNIQUE (company_id, no),
  constraint request_company_id_parent_id_fkey FOREIGN KEY (company_id, parent_id) REFERENCES request(company_id, id),
  constraint request_company_id_place_id_fkey FOREIGN KEY (company_id, place_id) REFERENCES place(company_id, id),
  constraint request_company_id_previous_id_fkey FOREIGN KEY (company_id, previous_id) REFERENCES request(company_id, id),
  constraint request_finish_outcome_check CHECK ((finish_outcome = ANY (ARRAY['on_time'::text, 'late'::text, 'overrun'::text]))),
  constraint request_held_status_check CHECK ((held_status = ANY (ARRAY['accepted'::text, 'dispatched'::text, 'taken'::text, 'on_site'::text, 'quoting'::text]))),
  constraint request_kind_check CHECK ((kind = ANY (ARRAY['complaint'::text, 'repair'::text, 'enquiry'::text, 'suggestion'::text, 'help'::text, 'praise'::text, 'grievance'::text]))),
  constraint request_level_check CHECK (((level >= 0) AND (level <= 3))),
  constraint request_paid_by_check CHECK ((paid_by = ANY (ARRAY['cash'::text, 'wechat'::text, 'alipay'::text, 'card'::text, 'transfer'::text, 'other'::text]))),
  constraint request_status_check CHECK ((status = ANY (ARRAY['new'::text, 'accepted'::text, 'dispatched'::text, 'taken'::text, 'on_site'::text, 'quoting'::text, 'on_hold'::text, 'completed'::text, 'unpaid'::text, 'to_visit'::text, 'closed'::text, 'closed_undone'::text, 'cancelled'::text]))),
  constraint request_urgency_check CHECK ((urgency = ANY (ARRAY['critical'::text, 'urgent'::text, 'rush'::text, 'normal'::text, 'complex'::text])))
);
-- behind the company wall, forced
CREATE INDEX request_about ON public.request USING btree (company_id, about_staff_id) INCLUDE (id) WHERE (about_staff_id IS NOT NULL);
CREATE INDEX request_closed ON public.request USING btree (company_id, closed_at) INCLUDE (estate_id, area_id, handler_id, received_by_id, about_staff_id) WHERE (status = ANY (ARRAY['closed'::text, 'closed_undone'::text]));
CREATE INDEX request_completed ON public.request USING btree (company_id, kind, completed_at) INCLUDE (finish_outcome, answer_seconds, finish_seconds, estate_id, area_id, handler_id, received_by_id, about_staff_id) WHERE (completed_at IS NOT NULL);
CREATE INDEX request_newest ON public.request USING btree (company_id, received_at DESC, id DESC);
CREATE INDEX request_of_call ON public.request USING btree (company_id, call_id) WHERE (call_id IS NOT NULL);
CREATE INDEX request_of_customer ON public.request USING btree (company_id, customer_id, received_at DESC);
CREATE INDEX request_of_estate ON public.request USING btree (company_id, estate_id, received_at DESC, id DESC);
CREATE INDEX request_of_handler ON public.request USING btree (company_id, handler_id, received_at DESC, id DESC) WHERE (handler_id IS NOT NULL);
CREATE INDEX request_of_master ON public.request USING btree (company_id, master_id) WHERE (master_id IS NOT NULL);
CREATE INDEX request_of_parent ON public.request USING btree (company_id, parent_id) WHERE (parent_id IS NOT NULL);
CREATE INDEX request_of_phone ON public.request USING btree (company_id, contact_phone, received_at DESC) WHERE (contact_phone IS NOT NULL);
CREATE INDEX request_of_place ON public.request USING btree (company_id, place_id, received_at DESC);
CREATE INDEX request_of_source_ref ON public.request USING btree (company_id, source, source_ref) WHERE (source_ref IS NOT NULL);
CREATE INDEX request_of_taker ON public.request USING btree (company_id, received_by_id, received_at DESC, id DESC) WHERE (received_by_id IS NOT NULL);
CREATE INDEX request_open ON public.request USING btree (company_id, received_at DESC, id DESC) WHERE (status <> ALL (ARRAY['closed'::text, 'closed_undone'::text, 'cancelled'::text]));
CREATE INDEX request_open_due ON public.request USING btree (company_id, due_at, id) WHERE (status <> ALL (ARRAY['closed'::text, 'closed_undone'::text, 'cancelled'::text]));
CREATE INDEX request_open_of_handler ON public.request USING btree (company_id, handler_id, due_at) WHERE (status <> ALL (ARRAY['closed'::text, 'closed_undone'::text, 'cancelled'::text]));
CREATE INDEX request_owing ON public.request USING btree (company_id, received_at DESC, id DESC) WHERE ((status = ANY (ARRAY['unpaid'::text, 'closed_undone'::text, 'cancelled'::text])) AND chargeable AND (paid_by IS NULL));
CREATE INDEX request_passed ON public.request USING btree (company_id, finish_due_at) INCLUDE (estate_id, area_id, handler_id, received_by_id, about_staff_id) WHERE (finish_outcome = ANY (ARRAY['late'::text, 'overrun'::text]));
CREATE INDEX request_received ON public.request USING btree (company_id, received_at) INCLUDE (estate_id, area_id, handler_id, received_by_id, about_staff_id, place_id) WHERE (received_at IS NOT NULL);
CREATE UNIQUE INDEX request_taken_over ON public.request USING btree (company_id, source, source_ref) WHERE (call_id IS NULL);
-- policy door for r using true
-- policy wall for * using (company_id = ( SELECT (NULLIF(current_setting('app.company'::text, true), ''::text))::uuid AS "nullif"))
-- zhishou_app may insert, select, update

create table request_answer (
  company_id uuid not null default current_company(),
  id uuid not null,
  request_id uuid not null,
  cycle integer not null,
  way text not null,
  body text not null,
  at timestamp with time zone not null,
  by_id uuid,
  by_name text not null,
  constraint request_answer_pkey PRIMARY KEY (company_id, id),
  constraint request_answer_company_id_request_id_fkey FOREIGN KEY (company_id, request_id) REFERENCES request(company_id, id),
  constraint request_answer_way_check CHECK ((way = ANY (ARRAY['phone'::text, 'in_person'::text, 'wechat'::text, 'sms'::text, 'letter'::text, 'notice'::text])))
);
-- behind the company wall, forced
CREATE INDEX request_answer_of_request ON public.request_answer USING btree (company_id, request_id, at);
-- policy door for r using true
-- policy wall for * using (company_id = ( SELECT (NULLIF(current_setting('app.company'::text, true), ''::text))::uuid AS "nullif"))
-- zhishou_app may insert, select, update

create view request_card as
 SELECT r.company_id,
    r.id,
    r.no,
    r.kind,
    r.subject,
    r.body,
    r.status,
    r.urgency,
    r.estate_id,
    r.area_id,
    r.place_id,
    r.place_text,
    r.customer_id,
    r.contact_name,
    r.contact_phone,
    r.anonymous,
    r.handler_id,
    r.received_by_id,
    r.about_staff_id,
    r.received_at,
    r.completed_at,
    r.cycle,
    r.chargeable,
    r.amount_fen,
    r.result,
    r.category_id,
    c.code AS category_code
   FROM (request r
     LEFT JOIN request_category c ON (((c.company_id = r.company_id) AND (c.id = r.category_id))));
-- zhishou_app may select

create table request_category (
  company_id uuid not null default current_company(),
  id uuid not null,
  estate_id uuid,
  parent_id uuid,
  kind text not null,
  code text not null,
  name text not null,
  name_en text not null,
  trade text,
  default_urgency text,
  outside_party text,
  sort integer not null default 0,
  archived_at timestamp with time zone,
  constraint request_category_pkey PRIMARY KEY (company_id, id),
  constraint request_category_company_id_estate_id_code_key UNIQUE NULLS NOT DISTINCT (company_id, estate_id, code),
  constraint request_category_company_id_estate_id_fkey FOREIGN KEY (company_id, estate_id) REFERENCES estate(company_id, id),
  constraint request_category_company_id_parent_id_fkey FOREIGN KEY (company_id, parent_id) REFERENCES request_category(company_id, id),
  constraint request_category_default_urgency_check CHECK ((default_urgency = ANY (ARRAY['critical'::text, 'urgent'::text, 'rush'::text, 'normal'::text, 'complex'::text]))),
  constraint request_category_kind_check CHECK ((kind = ANY (ARRAY['complaint'::text, 'repair'::text, 'enquiry'::text, 'suggestion'::text, 'help'::text, 'praise'::text, 'grievance'::text]))),
  constraint request_category_trade_check CHECK ((trade = ANY (ARRAY['plumbing'::text, 'power'::text, 'low_voltage'::text, 'civil'::text, 'lift'::text, 'fire'::text, 'hvac'::text, 'gas'::text, 'facility'::text, 'security'::text, 'cleaning'::text, 'greening'::text, 'pest'::text, 'other'::text])))
);
-- behind the company wall, forced
-- policy door for r using true
-- policy wall for * using (company_id = ( SELECT (NULLIF(current_setting('app.company'::text, true), ''::text))::uuid AS "nullif"))
-- zhishou_app may insert, select, update

create table request_clock (
  company_id uuid not null default current_company(),
  request_id uuid not null,
  kind text not null,
  cycle integer not null,
  clock text not null,
  started_at timestamp with time zone not null,
  limit_minutes integer not null,
  first_due_at timestamp with time zone not null,
  due_at timestamp with time zone not null,
  met_at timestamp with time zone,
  stopped_at timestamp with time zone,
  next_step_at timestamp with time zone,
  steps_done integer not null default 0,
  constraint request_clock_pkey PRIMARY KEY (company_id, request_id, cycle, kind),
  constraint request_clock_clock_check CHECK ((clock = ANY (ARRAY['elapsed'::text, 'service'::text]))),
  constraint request_clock_company_id_request_id_fkey FOREIGN KEY (company_id, request_id) REFERENCES request(company_id, id),
  constraint request_clock_kind_check CHECK ((kind = ANY (ARRAY['answer'::text, 'arrive'::text, 'feedback'::text, 'finish'::text])))
);
-- behind the company wall, forced
CREATE INDEX request_clock_next ON public.request_clock USING btree (company_id, next_step_at) WHERE (next_step_at IS NOT NULL);
CREATE INDEX request_clock_running ON public.request_clock USING btree (company_id, due_at) INCLUDE (request_id, cycle) WHERE ((kind = 'finish'::text) AND (met_at IS NULL) AND (stopped_at IS NULL));
-- policy door for r using true
-- policy wall for * using (company_id = ( SELECT (NULLIF(current_setting('app.company'::text, true), ''::text))::uuid AS "nullif"))
-- zhishou_app may insert, select, update

create table request_limit (
  company_id uuid not null default current_company(),
  id uuid not null,
  estate_id uuid,
  kind text not null,
  urgency text,
  answer_minutes integer,
  arrive_minutes integer,
  feedback_minutes integer,
  finish_minutes integer,
  clock text not null,
  finish_clock text not null,
  constraint request_limit_pkey PRIMARY KEY (company_id, id),
  constraint request_limit_answer_minutes_check CHECK ((answer_minutes >= 0)),
  constraint request_limit_arrive_minutes_check CHECK ((arrive_minutes >= 0)),
  constraint request_limit_clock_check CHECK ((clock = ANY (ARRAY['elapsed'::text, 'service'::text]))),
  constraint request_limit_company_id_estate_id_fkey FOREIGN KEY (company_id, estate_id) REFERENCES estate(company_id, id),
  constraint request_limit_company_id_estate_id_kind_urgency_key UNIQUE NULLS NOT DISTINCT (company_id, estate_id, kind, urgency),
  constraint request_limit_feedback_minutes_check CHECK ((feedback_minutes >= 0)),
  constraint request_limit_finish_clock_check CHECK ((finish_clock = ANY (ARRAY['elapsed'::text, 'service'::text]))),
  constraint request_limit_finish_minutes_check CHECK ((finish_minutes >= 0)),
  constraint request_limit_kind_check CHECK ((kind = ANY (ARRAY['complaint'::text, 'repair'::text, 'enquiry'::text, 'suggestion'::text, 'help'::text, 'praise'::text, 'grievance'::text]))),
  constraint request_limit_urgency_check CHECK ((urgency = ANY (ARRAY['critical'::text, 'urgent'::text, 'rush'::text, 'normal'::text, 'complex'::text])))
);
-- behind the company wall, forced
-- policy door for r using true
-- policy wall for * using (company_id = ( SELECT (NULLIF(current_setting('app.company'::text, true), ''::text))::uuid AS "nullif"))
-- zhishou_app may delete, insert, select, update

create table request_pause (
  company_id uuid not null default current_company(),
  id uuid not null,
  request_id uuid not null,
  reason_id uuid not null,
  stops_clock boolean not null,
  note text,
  from_at timestamp with time zone not null,
  resume_at timestamp with time zone,
  to_at timestamp with time zone,
  by_id uuid,
  constraint request_pause_pkey PRIMARY KEY (company_id, id),
  constraint request_pause_company_id_reason_id_fkey FOREIGN KEY (company_id, reason_id) REFERENCES hold_reason(company_id, id),
  constraint request_pause_company_id_request_id_fkey FOREIGN KEY (company_id, request_id) REFERENCES request(company_id, id)
);
-- behind the company wall, forced
CREATE INDEX request_pause_of_request ON public.request_pause USING btree (company_id, request_id, from_at);
-- policy door for r using true
-- policy wall for * using (company_id = ( SELECT (NULLIF(current_setting('app.company'::text, true), ''::text))::uuid AS "nullif"))
-- zhishou_app may insert, select, update

create table request_setting (
  company_id uuid not null default current_company(),
  id uuid not null,
  estate_id uuid,
  key text not null,
  value integer not null,
  constraint request_setting_pkey PRIMARY KEY (company_id, id),
  constraint request_setting_company_id_estate_id_fkey FOREIGN KEY (company_id, estate_id) REFERENCES estate(company_id, id),
  constraint request_setting_company_id_estate_id_key_key UNIQUE NULLS NOT DISTINCT (company_id, estate_id, key),
  constraint request_setting_key_check CHECK ((key = ANY (ARRAY['group_threshold'::text, 'group_days'::text, 'reopen_days'::text, 'take_minutes'::text, 'hold_hours'::text]))),
  constraint request_setting_value_check CHECK ((value >= 0))
);
-- behind the company wall, forced
-- policy door for r using true
-- policy wall for * using (company_id = ( SELECT (NULLIF(current_setting('app.company'::text, true), ''::text))::uuid AS "nullif"))
-- zhishou_app may insert, select, update

create table request_words (
  company_id uuid not null default current_company(),
  request_id uuid not null,
  received_at timestamp with time zone not null,
  words tsvector not null,
  constraint request_words_pkey PRIMARY KEY (company_id, request_id),
  constraint request_words_company_id_request_id_fkey FOREIGN KEY (company_id, request_id) REFERENCES request(company_id, id)
);
-- behind the company wall, forced
CREATE INDEX request_words_found ON public.request_words USING gin (words_spans(company_id, received_at), words) WITH (fastupdate='on', gin_pending_list_limit='16384');
CREATE INDEX request_words_newest ON public.request_words USING btree (company_id, received_at DESC, request_id DESC);
-- policy door for r using true
-- policy wall for * using (company_id = ( SELECT (NULLIF(current_setting('app.company'::text, true), ''::text))::uuid AS "nullif"))
-- zhishou_app may insert, select, update

create table return_visit (
  company_id uuid not null default current_company(),
  id uuid not null,
  estate_id uuid not null,
  area_id uuid,
  request_id uuid,
  work_order_id uuid,
  cycle integer not null default 1,
  round integer not null default 1,
  kind text not null,
  customer_id uuid,
  contact_name text,
  contact_phone text,
  status text not null,
  due_at timestamp with time zone not null,
  came_due_at timestamp with time zone not null,
  visitor_id uuid,
  attempts integer not null default 0,
  next_try_at timestamp with time zone,
  made_at timestamp with time zone,
  way text,
  spoke_with text,
  solved boolean,
  on_time boolean,
  polite boolean,
  charge_clear boolean,
  score smallint,
  opinion text,
  waive_reason text,
  again_at timestamp with time zone,
  created_at timestamp with time zone not null default now(),
  constraint return_visit_pkey PRIMARY KEY (company_id, id),
  constraint return_visit_check CHECK (((request_id IS NOT NULL) OR (work_order_id IS NOT NULL))),
  constraint return_visit_check1 CHECK (((status <> 'made'::text) OR ((score IS NOT NULL) AND (solved IS NOT NULL) AND (made_at IS NOT NULL)))),
  constraint return_visit_company_id_area_id_fkey FOREIGN KEY (company_id, area_id) REFERENCES area(company_id, id),
  constraint return_visit_company_id_estate_id_fkey FOREIGN KEY (company_id, estate_id) REFERENCES estate(company_id, id),
  constraint return_visit_company_id_request_id_fkey FOREIGN KEY (company_id, request_id) REFERENCES request(company_id, id),
  constraint return_visit_company_id_request_id_work_order_id_cycle_roun_key UNIQUE NULLS NOT DISTINCT (company_id, request_id, work_order_id, cycle, round),
  constraint return_visit_company_id_visitor_id_fkey FOREIGN KEY (company_id, visitor_id) REFERENCES staff(company_id, id),
  constraint return_visit_company_id_work_order_id_fkey FOREIGN KEY (company_id, work_order_id) REFERENCES work_order(company_id, id),
  constraint return_visit_kind_check CHECK ((kind = ANY (ARRAY['complaint'::text, 'repair'::text, 'enquiry'::text, 'suggestion'::text, 'help'::text, 'praise'::text, 'grievance'::text, 'work_order'::text]))),
  constraint return_visit_score_check CHECK (((score >= 1) AND (score <= 5))),
  constraint return_visit_status_check CHECK ((status = ANY (ARRAY['due'::text, 'made'::text, 'unreachable'::text, 'waived'::text, 'cancelled'::text]))),
  constraint return_visit_way_check CHECK ((way = ANY (ARRAY['phone'::text, 'doorstep'::text, 'app'::text, 'wechat'::text])))
);
-- behind the company wall, forced
CREATE INDEX return_visit_again ON public.return_visit USING btree (company_id, again_at) WHERE (again_at IS NOT NULL);
CREATE INDEX return_visit_came_due ON public.return_visit USING btree (company_id, status, came_due_at) INCLUDE (estate_id, area_id, visitor_id, request_id);
CREATE INDEX return_visit_due ON public.return_visit USING btree (company_id, due_at, id) WHERE (status = 'due'::text);
CREATE INDEX return_visit_made ON public.return_visit USING btree (company_id, score, made_at) INCLUDE (estate_id, area_id, visitor_id, request_id) WHERE (status = 'made'::text);
CREATE INDEX return_visit_newest ON public.return_visit USING btree (company_id, came_due_at DESC, id DESC);
CREATE INDEX return_visit_of_request ON public.return_visit USING btree (company_id, request_id);
-- policy door for r using true
-- policy wall for * using (company_id = ( SELECT (NULLIF(current_setting('app.company'::text, true), ''::text))::uuid AS "nullif"))
-- zhishou_app may insert, select, update

create table return_visit_attempt (
  company_id uuid not null default current_company(),
  id uuid not null,
  return_visit_id uuid not null,
  way text not null,
  outcome text not null,
  note text,
  at timestamp with time zone not null,
  by_id uuid,
  by_name text not null,
  constraint return_visit_attempt_pkey PRIMARY KEY (company_id, id),
  constraint return_visit_attempt_company_id_return_visit_id_fkey FOREIGN KEY (company_id, return_visit_id) REFERENCES return_visit(company_id, id),
  constraint return_visit_attempt_outcome_check CHECK ((outcome = ANY (ARRAY['no_answer'::text, 'busy'::text, 'wrong_number'::text, 'refused'::text, 'call_later'::text]))),
  constraint return_visit_attempt_way_check CHECK ((way = ANY (ARRAY['phone'::text, 'doorstep'::text, 'app'::text, 'wechat'::text])))
);
-- behind the company wall, forced
CREATE INDEX return_visit_attempt_of_visit ON public.return_visit_attempt USING btree (company_id, return_visit_id, at);
-- policy door for r using true
-- policy wall for * using (company_id = ( SELECT (NULLIF(current_setting('app.company'::text, true), ''::text))::uuid AS "nullif"))
-- zhishou_app may insert, select, update

create table return_visit_rule (
  company_id uuid not null default current_company(),
  id uuid not null,
  estate_id uuid,
  kind text not null,
  urgency text,
  needed boolean not null default true,
  within_hours integer not null,
  again_after_days integer,
  category_code text,
  constraint return_visit_rule_pkey PRIMARY KEY (company_id, id),
  constraint return_visit_rule_company_id_estate_id_fkey FOREIGN KEY (company_id, estate_id) REFERENCES estate(company_id, id),
  constraint return_visit_rule_company_id_estate_id_kind_urgency_categor_key UNIQUE NULLS NOT DISTINCT (company_id, estate_id, kind, urgency, category_code),
  constraint return_visit_rule_kind_check CHECK ((kind = ANY (ARRAY['complaint'::text, 'repair'::text, 'enquiry'::text, 'suggestion'::text, 'help'::text, 'praise'::text, 'grievance'::text, 'work_order'::text]))),
  constraint return_visit_rule_urgency_check CHECK ((urgency = ANY (ARRAY['critical'::text, 'urgent'::text, 'rush'::text, 'normal'::text, 'complex'::text]))),
  constraint return_visit_rule_within_hours_check CHECK (((within_hours >= 1) AND (within_hours <= 2400)))
);
-- behind the company wall, forced
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

create table schedule (
  company_id uuid not null default current_company(),
  name text not null,
  last_at timestamp with time zone not null,
  failures integer not null default 0,
  error text,
  constraint schedule_pkey PRIMARY KEY (company_id, name)
);
-- behind the company wall, forced
-- policy door for r using true
-- policy wall for * using (company_id = ( SELECT (NULLIF(current_setting('app.company'::text, true), ''::text))::uuid AS "nullif"))
-- zhishou_app may insert, select, update

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
  last_at timestamp with time zone not null,
  locked_until timestamp with time zone,
  constraint sign_in_failure_pkey PRIMARY KEY (key)
);
-- NO company wall
CREATE INDEX sign_in_failure_by_age ON public.sign_in_failure USING btree (last_at);
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
  constraint staff_gender_check CHECK ((gender = ANY (ARRAY['male'::text, 'female'::text]))),
  constraint staff_trades_check CHECK ((trades <@ '{plumbing,power,low_voltage,civil,lift,fire,hvac,gas,facility,security,cleaning,greening,pest,other}'::text[]))
);
-- behind the company wall, forced
CREATE INDEX staff_by_department ON public.staff USING btree (company_id, department_id);
CREATE INDEX staff_by_superior ON public.staff USING btree (company_id, superior_id);
-- policy door for r using true
-- policy wall for * using (company_id = ( SELECT (NULLIF(current_setting('app.company'::text, true), ''::text))::uuid AS "nullif"))
-- zhishou_app may insert, select, update

create view staff_card as
 SELECT company_id,
    id,
    no,
    name,
    phone,
    department_id,
    trades,
    on_duty,
    left_on
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

create view staff_post_card as
 SELECT company_id,
    id,
    staff_id,
    post_id,
    estate_id,
    from_on,
    to_on
   FROM staff_post
  WHERE (ended_at IS NULL);
-- zhishou_app may select

create view staff_post_span_card as
 SELECT p.company_id,
    p.id,
    p.staff_id,
    p.post_id,
    p.estate_id,
    p.from_on,
        CASE
            WHEN (p.ended_at IS NULL) THEN p.to_on
            ELSE ((p.ended_at AT TIME ZONE c.zone))::date
        END AS to_on
   FROM (staff_post p
     JOIN company c ON ((c.id = p.company_id)));
-- zhishou_app may select

create table task (
  company_id uuid not null default current_company(),
  id uuid not null,
  no text not null,
  title text not null,
  text text,
  assignee_id uuid not null,
  assigned_by_id uuid not null,
  estate_id uuid,
  area_id uuid,
  due_at timestamp with time zone not null,
  for_day date,
  batch_id uuid,
  about_kind text,
  about_id uuid,
  about_no text,
  status text not null,
  assigned_at timestamp with time zone not null,
  started_at timestamp with time zone,
  finished_at timestamp with time zone,
  finish_note text,
  checked_at timestamp with time zone,
  checked_by_id uuid,
  remark text,
  returns integer not null default 0,
  constraint task_pkey PRIMARY KEY (company_id, id),
  constraint task_check CHECK (((about_kind IS NULL) = (about_id IS NULL))),
  constraint task_check1 CHECK (((area_id IS NULL) OR (estate_id IS NOT NULL))),
  constraint task_company_id_assigned_by_id_fkey FOREIGN KEY (company_id, assigned_by_id) REFERENCES staff(company_id, id),
  constraint task_company_id_assignee_id_fkey FOREIGN KEY (company_id, assignee_id) REFERENCES staff(company_id, id),
  constraint task_company_id_checked_by_id_fkey FOREIGN KEY (company_id, checked_by_id) REFERENCES staff(company_id, id),
  constraint task_company_id_estate_id_area_id_fkey FOREIGN KEY (company_id, estate_id, area_id) REFERENCES area(company_id, estate_id, id),
  constraint task_company_id_estate_id_fkey FOREIGN KEY (company_id, estate_id) REFERENCES estate(company_id, id),
  constraint task_company_id_no_key UNIQUE (company_id, no),
  constraint task_status_check CHECK ((status = ANY (ARRAY['assigned'::text, 'started'::text, 'done'::text, 'returned'::text, 'checked'::text, 'cancelled'::text])))
);
-- behind the company wall, forced
CREATE INDEX task_about ON public.task USING btree (company_id, about_id) WHERE (about_id IS NOT NULL);
CREATE INDEX task_newest ON public.task USING btree (company_id, assigned_at DESC, id DESC);
CREATE INDEX task_of_assignee ON public.task USING btree (company_id, assignee_id, due_at, id);
CREATE INDEX task_of_day ON public.task USING btree (company_id, for_day, assignee_id);
CREATE INDEX task_open ON public.task USING btree (company_id, due_at, id) WHERE (status = ANY (ARRAY['assigned'::text, 'started'::text, 'done'::text, 'returned'::text]));
-- policy door for r using true
-- policy wall for * using (company_id = ( SELECT (NULLIF(current_setting('app.company'::text, true), ''::text))::uuid AS "nullif"))
-- zhishou_app may insert, select, update

create table unit (
  company_id uuid not null default current_company(),
  id uuid not null,
  unit_no text not null,
  floor_no integer,
  gross_floor_area numeric,
  inner_area numeric,
  use text not null default 'home'::text,
  status text not null default 'unsold'::text,
  status_at timestamp with time zone not null default now(),
  delivered_on date,
  constraint unit_pkey PRIMARY KEY (company_id, id),
  constraint unit_company_id_id_fkey FOREIGN KEY (company_id, id) REFERENCES place(company_id, id),
  constraint unit_gross_floor_area_check CHECK ((gross_floor_area > (0)::numeric)),
  constraint unit_inner_area_check CHECK ((inner_area > (0)::numeric)),
  constraint unit_status_check CHECK ((status = ANY (ARRAY['unsold'::text, 'sold'::text, 'delivered'::text, 'renovating'::text, 'occupied'::text, 'vacant'::text]))),
  constraint unit_use_check CHECK ((use = ANY (ARRAY['home'::text, 'shop'::text, 'office'::text, 'parking'::text, 'storage'::text, 'other'::text])))
);
-- behind the company wall, forced
-- policy door for r using true
-- policy wall for * using (company_id = ( SELECT (NULLIF(current_setting('app.company'::text, true), ''::text))::uuid AS "nullif"))
-- zhishou_app may insert, select, update

create table upkeep (
  name text not null,
  last_at timestamp with time zone not null,
  constraint upkeep_pkey PRIMARY KEY (name)
);
-- NO company wall
-- zhishou_app may insert, select, update

create table work_log (
  company_id uuid not null default current_company(),
  id uuid not null,
  staff_id uuid not null,
  on_day date not null,
  estate_id uuid,
  happened text not null,
  handled text,
  suggestion text,
  status text not null,
  written_at timestamp with time zone not null,
  changed_at timestamp with time zone,
  signed_at timestamp with time zone,
  signed_by_id uuid,
  remark text,
  constraint work_log_pkey PRIMARY KEY (company_id, id),
  constraint work_log_check CHECK (((status = 'signed'::text) = (signed_at IS NOT NULL))),
  constraint work_log_company_id_estate_id_fkey FOREIGN KEY (company_id, estate_id) REFERENCES estate(company_id, id),
  constraint work_log_company_id_signed_by_id_fkey FOREIGN KEY (company_id, signed_by_id) REFERENCES staff(company_id, id),
  constraint work_log_company_id_staff_id_fkey FOREIGN KEY (company_id, staff_id) REFERENCES staff(company_id, id),
  constraint work_log_company_id_staff_id_on_day_key UNIQUE (company_id, staff_id, on_day),
  constraint work_log_status_check CHECK ((status = ANY (ARRAY['written'::text, 'signed'::text])))
);
-- behind the company wall, forced
CREATE INDEX work_log_newest ON public.work_log USING btree (company_id, on_day DESC, id DESC);
-- policy door for r using true
-- policy wall for * using (company_id = ( SELECT (NULLIF(current_setting('app.company'::text, true), ''::text))::uuid AS "nullif"))
-- zhishou_app may insert, select, update

create table work_order (
  company_id uuid not null default current_company(),
  id uuid not null,
  no text not null,
  estate_id uuid not null,
  area_id uuid,
  request_id uuid,
  place_id uuid,
  place_text text,
  customer_id uuid,
  contact_name text,
  contact_phone text,
  trade text not null,
  subject text not null,
  body text not null default ''::text,
  urgency text not null,
  appointment_from timestamp with time zone,
  appointment_to timestamp with time zone,
  status text not null,
  held_status text,
  way text,
  worker_id uuid,
  issued_at timestamp with time zone not null,
  issued_by_id uuid,
  assigned_at timestamp with time zone,
  taken_at timestamp with time zone,
  arrived_at timestamp with time zone,
  completed_at timestamp with time zone,
  ended_at timestamp with time zone,
  take_due_at timestamp with time zone,
  arrive_due_at timestamp with time zone,
  finish_due_at timestamp with time zone,
  chargeable boolean not null default false,
  amount_fen bigint not null default 0,
  agreed_at timestamp with time zone,
  agreed_way text,
  agreed_amount_fen bigint,
  labour_minutes integer,
  result text,
  signature_id uuid,
  no_signature_reason text,
  witness_id uuid,
  end_reason text,
  return_count integer not null default 0,
  rework_count integer not null default 0,
  hold_minutes integer not null default 0,
  cycle integer not null default 1,
  created_at timestamp with time zone not null default now(),
  constraint work_order_pkey PRIMARY KEY (company_id, id),
  constraint work_order_agreed_way_check CHECK ((agreed_way = ANY (ARRAY['signature'::text, 'phone'::text, 'wechat'::text, 'in_person'::text]))),
  constraint work_order_amount_fen_check CHECK ((amount_fen >= 0)),
  constraint work_order_check CHECK (((status <> ALL (ARRAY['assigned'::text, 'taken'::text, 'on_site'::text, 'quoting'::text, 'completed'::text])) OR (worker_id IS NOT NULL))),
  constraint work_order_company_id_area_id_fkey FOREIGN KEY (company_id, area_id) REFERENCES area(company_id, id),
  constraint work_order_company_id_customer_id_fkey FOREIGN KEY (company_id, customer_id) REFERENCES customer(company_id, id),
  constraint work_order_company_id_estate_id_fkey FOREIGN KEY (company_id, estate_id) REFERENCES estate(company_id, id),
  constraint work_order_company_id_no_key UNIQUE (company_id, no),
  constraint work_order_company_id_place_id_fkey FOREIGN KEY (company_id, place_id) REFERENCES place(company_id, id),
  constraint work_order_company_id_request_id_fkey FOREIGN KEY (company_id, request_id) REFERENCES request(company_id, id),
  constraint work_order_company_id_signature_id_fkey FOREIGN KEY (company_id, signature_id) REFERENCES attachment(company_id, id),
  constraint work_order_company_id_witness_id_fkey FOREIGN KEY (company_id, witness_id) REFERENCES staff(company_id, id),
  constraint work_order_company_id_worker_id_fkey FOREIGN KEY (company_id, worker_id) REFERENCES staff(company_id, id),
  constraint work_order_held_status_check CHECK ((held_status = ANY (ARRAY['open'::text, 'assigned'::text, 'taken'::text, 'on_site'::text, 'quoting'::text]))),
  constraint work_order_labour_minutes_check CHECK ((labour_minutes >= 0)),
  constraint work_order_no_signature_reason_check CHECK ((no_signature_reason = ANY (ARRAY['absent'::text, 'declined'::text, 'public_area'::text, 'other'::text]))),
  constraint work_order_status_check CHECK ((status = ANY (ARRAY['open'::text, 'assigned'::text, 'taken'::text, 'on_site'::text, 'quoting'::text, 'on_hold'::text, 'completed'::text, 'refused'::text, 'cancelled'::text]))),
  constraint work_order_trade_check CHECK ((trade = ANY (ARRAY['plumbing'::text, 'power'::text, 'low_voltage'::text, 'civil'::text, 'lift'::text, 'fire'::text, 'hvac'::text, 'gas'::text, 'facility'::text, 'security'::text, 'cleaning'::text, 'greening'::text, 'pest'::text, 'other'::text]))),
  constraint work_order_urgency_check CHECK ((urgency = ANY (ARRAY['critical'::text, 'urgent'::text, 'rush'::text, 'normal'::text, 'complex'::text]))),
  constraint work_order_way_check CHECK ((way = ANY (ARRAY['assign'::text, 'take'::text, 'turn'::text])))
);
-- behind the company wall, forced
CREATE INDEX work_order_live ON public.work_order USING btree (company_id, estate_id, status, finish_due_at) WHERE (status <> ALL (ARRAY['completed'::text, 'refused'::text, 'cancelled'::text]));
CREATE INDEX work_order_newest ON public.work_order USING btree (company_id, issued_at DESC, id DESC);
CREATE INDEX work_order_of_place ON public.work_order USING btree (company_id, place_id, issued_at DESC);
CREATE INDEX work_order_of_request ON public.work_order USING btree (company_id, request_id) WHERE (request_id IS NOT NULL);
CREATE INDEX work_order_of_worker ON public.work_order USING btree (company_id, worker_id, status, finish_due_at);
-- policy door for r using true
-- policy wall for * using (company_id = ( SELECT (NULLIF(current_setting('app.company'::text, true), ''::text))::uuid AS "nullif"))
-- zhishou_app may insert, select, update

create view work_order_card as
 SELECT company_id,
    id,
    no,
    request_id,
    trade,
    subject,
    status,
    worker_id,
    place_id,
    estate_id,
    area_id,
    customer_id,
    contact_name,
    contact_phone,
    completed_at,
    amount_fen,
    urgency,
    cycle,
    body,
    result,
    place_text
   FROM work_order w;
-- zhishou_app may select

create table work_order_line (
  company_id uuid not null default current_company(),
  id uuid not null,
  work_order_id uuid not null,
  stage text not null,
  kind text not null,
  price_item_id uuid,
  name text not null,
  unit text not null default ''::text,
  quantity numeric not null,
  price_fen bigint not null,
  amount_fen bigint not null,
  sort integer not null default 0,
  constraint work_order_line_pkey PRIMARY KEY (company_id, id),
  constraint work_order_line_amount_fen_check CHECK ((amount_fen >= 0)),
  constraint work_order_line_company_id_price_item_id_fkey FOREIGN KEY (company_id, price_item_id) REFERENCES price_item(company_id, id),
  constraint work_order_line_company_id_work_order_id_fkey FOREIGN KEY (company_id, work_order_id) REFERENCES work_order(company_id, id),
  constraint work_order_line_kind_check CHECK ((kind = ANY (ARRAY['callout'::text, 'labour'::text, 'material'::text]))),
  constraint work_order_line_price_fen_check CHECK ((price_fen >= 0)),
  constraint work_order_line_quantity_check CHECK ((quantity > (0)::numeric)),
  constraint work_order_line_stage_check CHECK ((stage = ANY (ARRAY['quote'::text, 'done'::text])))
);
-- behind the company wall, forced
CREATE INDEX work_order_line_of_order ON public.work_order_line USING btree (company_id, work_order_id, stage, sort);
-- policy door for r using true
-- policy wall for * using (company_id = ( SELECT (NULLIF(current_setting('app.company'::text, true), ''::text))::uuid AS "nullif"))
-- zhishou_app may delete, insert, select, update

create table work_order_pause (
  company_id uuid not null default current_company(),
  id uuid not null,
  work_order_id uuid not null,
  reason_id uuid not null,
  stops_clock boolean not null,
  note text,
  from_at timestamp with time zone not null,
  resume_at timestamp with time zone,
  to_at timestamp with time zone,
  by_id uuid,
  constraint work_order_pause_pkey PRIMARY KEY (company_id, id),
  constraint work_order_pause_company_id_reason_id_fkey FOREIGN KEY (company_id, reason_id) REFERENCES hold_reason(company_id, id),
  constraint work_order_pause_company_id_work_order_id_fkey FOREIGN KEY (company_id, work_order_id) REFERENCES work_order(company_id, id)
);
-- behind the company wall, forced
CREATE INDEX work_order_pause_of_order ON public.work_order_pause USING btree (company_id, work_order_id, from_at);
-- policy door for r using true
-- policy wall for * using (company_id = ( SELECT (NULLIF(current_setting('app.company'::text, true), ''::text))::uuid AS "nullif"))
-- zhishou_app may insert, select, update

create table work_order_turn (
  company_id uuid not null default current_company(),
  estate_id uuid not null,
  trade text not null,
  staff_id uuid not null,
  last_at timestamp with time zone not null,
  constraint work_order_turn_pkey PRIMARY KEY (company_id, estate_id, trade, staff_id),
  constraint work_order_turn_company_id_staff_id_fkey FOREIGN KEY (company_id, staff_id) REFERENCES staff(company_id, id),
  constraint work_order_turn_trade_check CHECK ((trade = ANY (ARRAY['plumbing'::text, 'power'::text, 'low_voltage'::text, 'civil'::text, 'lift'::text, 'fire'::text, 'hvac'::text, 'gas'::text, 'facility'::text, 'security'::text, 'cleaning'::text, 'greening'::text, 'pest'::text, 'other'::text])))
);
-- behind the company wall, forced
-- policy door for r using true
-- policy wall for * using (company_id = ( SELECT (NULLIF(current_setting('app.company'::text, true), ''::text))::uuid AS "nullif"))
-- zhishou_app may insert, select, update

create table work_plan (
  company_id uuid not null default current_company(),
  id uuid not null,
  staff_id uuid not null,
  cadence text not null,
  period text not null,
  from_on date not null,
  to_on date not null,
  estate_id uuid,
  title text not null,
  status text not null,
  summary text,
  submitted_at timestamp with time zone,
  approved_at timestamp with time zone,
  summarised_at timestamp with time zone,
  created_at timestamp with time zone not null default now(),
  constraint work_plan_pkey PRIMARY KEY (company_id, id),
  constraint work_plan_cadence_check CHECK ((cadence = ANY (ARRAY['month'::text, 'year'::text]))),
  constraint work_plan_company_id_estate_id_fkey FOREIGN KEY (company_id, estate_id) REFERENCES estate(company_id, id),
  constraint work_plan_company_id_staff_id_cadence_period_key UNIQUE (company_id, staff_id, cadence, period),
  constraint work_plan_company_id_staff_id_fkey FOREIGN KEY (company_id, staff_id) REFERENCES staff(company_id, id),
  constraint work_plan_status_check CHECK ((status = ANY (ARRAY['draft'::text, 'submitted'::text, 'approved'::text, 'summarised'::text])))
);
-- behind the company wall, forced
CREATE INDEX work_plan_newest ON public.work_plan USING btree (company_id, from_on DESC, id DESC);
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
  cursor jsonb not null default '{}'::jsonb,
  done integer not null default 0,
  total integer,
  error text,
  started_by uuid not null,
  attempt integer not null default 0,
  job_id uuid,
  created_at timestamp with time zone not null default now(),
  started_at timestamp with time zone,
  ended_at timestamp with time zone,
  cancel_asked_at timestamp with time zone,
  constraint work_run_pkey PRIMARY KEY (company_id, id),
  constraint work_run_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'running'::text, 'done'::text, 'failed'::text, 'cancelled'::text])))
);
-- behind the company wall, forced
CREATE INDEX work_run_by_starter ON public.work_run USING btree (company_id, started_by, id);
CREATE INDEX work_run_open ON public.work_run USING btree (company_id, id) WHERE (state = ANY (ARRAY['waiting'::text, 'running'::text]));
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

CREATE OR REPLACE FUNCTION public.door_logins(given_login text, given_phone text)
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
   WHERE (((a.login = door_logins.given_login) OR (a.phone = door_logins.given_phone)) AND (a.disabled_at IS NULL));
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
 RETURNS TABLE(company_id uuid, id uuid, account_id uuid, permissions text[], expires_at timestamp with time zone, seen_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
BEGIN ATOMIC
 SELECT t.company_id,
     t.id,
     t.account_id,
     t.permissions,
     t.expires_at,
     t.seen_at
    FROM (api_token t
      JOIN account a ON (((a.company_id = t.company_id) AND (a.id = t.account_id))))
   WHERE ((t.token_hash = door_token.given) AND (t.revoked_at IS NULL) AND (a.disabled_at IS NULL));
END;

CREATE OR REPLACE FUNCTION public.door_unheard()
 RETURNS TABLE(hearer text, unheard_since timestamp with time zone, failures bigint)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
BEGIN ATOMIC
 SELECT h.name,
     min(next.written_at) AS min,
     sum(h.failures) AS sum
    FROM (hearer h
      LEFT JOIN LATERAL ( SELECT to_timestamp((((((('x'::text || substr(replace((e.id)::text, '-'::text, ''::text), 1, 12)))::bit(48))::bigint)::numeric / 1000.0))::double precision) AS written_at
            FROM event e
           WHERE ((e.company_id = h.company_id) AND (ROW(e.tx, e.id) > ROW(h.tx, h.event_id)))
           ORDER BY e.tx, e.id
          LIMIT 1) next ON (true))
   GROUP BY h.name;
END;

CREATE OR REPLACE FUNCTION public.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  -- The sample company can be taken away whole; no role of the program may delete here at all.
  if tg_op = 'DELETE' and current_setting('app.forget_sample', true) = 'yes'
    and exists (select from company c where c.id = old.company_id and c.sample) then return old; end if;
  raise exception 'table % is append-only', tg_table_name using errcode = 'restrict_violation';
end $function$;

CREATE OR REPLACE FUNCTION public.request_passes(r request, everywhere boolean, estates uuid[], areas uuid[], owners uuid[], reader uuid, only_open boolean, one_estate uuid, statuses text[], kinds text[])
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN ((everywhere OR ((r).estate_id = ANY (estates)) OR ((r).area_id = ANY (areas)) OR ((r).handler_id = ANY (owners)) OR ((r).received_by_id = ANY (owners))) AND ((r).about_staff_id IS DISTINCT FROM reader) AND ((NOT only_open) OR ((r).status <> ALL (ARRAY['closed'::text, 'closed_undone'::text, 'cancelled'::text]))) AND ((one_estate IS NULL) OR ((r).estate_id = one_estate)) AND ((statuses IS NULL) OR ((r).status = ANY (statuses))) AND ((kinds IS NULL) OR ((r).kind = ANY (kinds))));

CREATE OR REPLACE FUNCTION public.request_search(q tsquery, everywhere boolean, estates uuid[], areas uuid[], owners uuid[], reader uuid, only_open boolean, one_estate uuid, statuses text[], kinds text[], before_at timestamp with time zone, before_id uuid, most integer)
 RETURNS TABLE(id uuid, received_at timestamp with time zone)
 LANGUAGE plpgsql
 SECURITY DEFINER COST 5000 ROWS 20
 SET search_path TO 'public'
 SET enable_seqscan TO 'off'
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
#variable_conflict use_column
declare
  here constant uuid := current_company();
  walk constant integer := 200;
  few constant integer := 200;
  edge_at timestamptz := coalesce(before_at, 'infinity');
  edge_id uuid := coalesce(before_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff');
  oldest_day integer;
  remaining integer := most;
  size integer := 3;
  nth integer;
  hits integer;
begin
  for id, received_at in
    select r.id, r.received_at
    from (
      select w.company_id, w.request_id, w.received_at, w.words from request_words w
      where w.company_id = here and (w.received_at, w.request_id) < (edge_at, edge_id)
      order by w.received_at desc, w.request_id desc limit walk
    ) w
    join request r on r.company_id = w.company_id and r.id = w.request_id
    where w.words @@ q
      and request_passes(r, everywhere, estates, areas, owners, reader, only_open, one_estate, statuses, kinds)
    order by w.received_at desc, w.request_id desc limit remaining
  loop
    return next;
    remaining := remaining - 1;
  end loop;
  if remaining <= 0 then return; end if;

  select w.received_at, w.request_id into edge_at, edge_id from request_words w
  where w.company_id = here and (w.received_at, w.request_id) < (edge_at, edge_id)
  order by w.received_at desc, w.request_id desc offset walk - 1 limit 1;
  if not found then return; end if;

  if only_open then
    return query
      select r.id, r.received_at
      from request r join request_words w on w.company_id = r.company_id and w.request_id = r.id
      where r.company_id = here and r.status not in ('closed', 'closed_undone', 'cancelled')
        and (r.received_at, r.id) < (edge_at, edge_id) and w.words @@ q
        and request_passes(r, everywhere, estates, areas, owners, reader, only_open, one_estate, statuses, kinds)
      order by r.received_at desc, r.id desc limit remaining;
    return;
  end if;

  select words_day(w.received_at) into oldest_day from request_words w
  where w.company_id = here order by w.received_at, w.request_id limit 1;
  nth := words_day(edge_at) >> 3 * size;
  while nth >= oldest_day >> 3 * size loop
    for id, received_at, hits in
      with hit as materialized (
        select w.company_id, w.request_id, w.received_at from request_words w
        where words_spans(w.company_id, w.received_at) @> array[words_span(here, size, nth)] and w.words @@ q
        -- As many as are asked for need not be all, nor the newest.
        limit case when size > 0 then few end
      )
      select p.id, p.received_at, c.hits
      from (select count(*)::integer as hits from hit) c
      left join lateral (
        select r.id, r.received_at
        from hit w join request r on r.company_id = w.company_id and r.id = w.request_id
        -- The number of a span is drawn by lot, so another company's may be the same, once in a very long while.
        where (size = 0 or c.hits < few) and w.company_id = here and words_day(w.received_at) >> 3 * size = nth
          and (w.received_at, w.request_id) < (edge_at, edge_id)
          and request_passes(r, everywhere, estates, areas, owners, reader, only_open, one_estate, statuses, kinds)
        order by w.received_at desc, w.request_id desc limit remaining
      ) p on true
    loop
      exit when id is null;
      return next;
      remaining := remaining - 1;
    end loop;
    if remaining <= 0 then return; end if;

    if size > 0 and hits = few then
      size := size - 1;
      nth := least(nth * 8 + 7, words_day(edge_at) >> 3 * size);
    else
      while size < 3 and nth % 8 = 0 loop
        size := size + 1;
        nth := nth >> 3;
      end loop;
      nth := nth - 1;
    end if;
  end loop;
end $function$;

CREATE OR REPLACE FUNCTION public.settle_words()
 RETURNS bigint
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$ select gin_clean_pending_list('request_words_found') $function$;

CREATE OR REPLACE FUNCTION public.words_day(at timestamp with time zone)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN (((at AT TIME ZONE 'UTC'::text))::date - '1970-01-01'::date);

CREATE OR REPLACE FUNCTION public.words_span(company uuid, size integer, nth integer)
 RETURNS bigint
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN uuid_hash_extended(company, (((nth)::bigint * 8) + size));

CREATE OR REPLACE FUNCTION public.words_spans(company uuid, at timestamp with time zone)
 RETURNS bigint[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN ARRAY[words_span(company, 0, words_day(at)), words_span(company, 1, (words_day(at) >> 3)), words_span(company, 2, (words_day(at) >> 6)), words_span(company, 3, (words_day(at) >> 9))];
