-- Standing in for somebody for a time (职务代理人).

-- On whose behalf an event was made, beside for_id: the name as it was then.
alter table event add column for_name text;

create table deputy (
  company_id uuid not null default current_company(),
  id uuid not null,
  principal_id uuid not null,
  deputy_id uuid not null,
  -- The post that is stood in for, as the principal holds it.
  holding_id uuid not null,
  post_id uuid not null,
  estate_id uuid,
  -- The second stands in only while the first cannot.
  turn smallint not null default 1 check (turn between 1 and 2),
  from_at timestamptz not null,
  to_at timestamptz not null,
  -- Without one: half of what the principal may decide.
  money_limit_fen bigint check (money_limit_fen >= 0),
  reason text not null check (reason in ('leave', 'trip', 'training', 'vacancy', 'other')),
  note text,
  -- What the deputy is to see to; from three days on it is given in writing.
  handover text,
  status text not null check (status in ('planned', 'active', 'ended', 'cancelled')),
  named_by_id uuid not null,
  ended_at timestamptz,
  end_reason text check (end_reason in ('over', 'returned', 'post_lost', 'left')),
  created_at timestamptz not null default now(),
  primary key (company_id, id),
  foreign key (company_id, principal_id) references staff,
  foreign key (company_id, deputy_id) references staff,
  foreign key (company_id, holding_id) references staff_post,
  foreign key (company_id, post_id) references post,
  foreign key (company_id, estate_id) references estate,
  foreign key (company_id, named_by_id) references staff,
  check (deputy_id <> principal_id),
  check (to_at > from_at)
);
create index deputy_running on deputy (company_id, deputy_id, from_at) where status in ('planned', 'active');
create index deputy_open on deputy (company_id, status, from_at) where status in ('planned', 'active');
create index deputy_by_holding on deputy (company_id, holding_id);
create index deputy_by_principal on deputy (company_id, principal_id, from_at);
call company_wall('deputy');
create view deputy_card with (security_invoker = true) as
  select company_id, id, principal_id, deputy_id, post_id, estate_id, turn, from_at, to_at, money_limit_fen, status from deputy;
grant select on deputy_card to zhishou_app;

-- Up to which limit a post decides by itself (审批权限). Without a bound it decides whatever the sum or the time.
create table authority_limit (
  company_id uuid not null default current_company(),
  id uuid not null,
  post_id uuid not null,
  kind text not null check (kind in ('work_plan', 'leave', 'price', 'waiver', 'refund')),
  up_to_fen bigint check (up_to_fen >= 0),
  up_to_days double precision check (up_to_days >= 0),
  primary key (company_id, id),
  unique (company_id, post_id, kind),
  foreign key (company_id, post_id) references post
);
call company_wall('authority_limit', 'select, insert, update, delete');

-- Who must agree, by kind and limit, one after the other.
create table approval_rule (
  company_id uuid not null default current_company(),
  id uuid not null,
  kind text not null check (kind in ('work_plan', 'leave', 'price', 'waiver', 'refund')),
  up_to_fen bigint check (up_to_fen >= 0),
  up_to_days double precision check (up_to_days >= 0),
  -- superior, above_superior, authority, or post:<key of a post>
  steps text[] not null check (cardinality(steps) between 1 and 6),
  -- Unanswered for so long, a step moves up.
  timeout_hours integer check (timeout_hours between 1 and 720),
  primary key (company_id, id),
  unique nulls not distinct (company_id, kind, up_to_fen, up_to_days)
);
call company_wall('approval_rule', 'select, insert, update, delete');

create table approval (
  company_id uuid not null default current_company(),
  id uuid not null,
  kind text not null check (kind in ('work_plan', 'leave', 'price', 'waiver', 'refund')),
  subject_kind text not null,
  subject_id uuid not null,
  subject_no text,
  title text not null,
  note text,
  estate_id uuid,
  amount_fen bigint,
  days double precision,
  asked_by_id uuid not null,
  status text not null check (status in ('open', 'agreed', 'returned', 'refused', 'withdrawn', 'voided')),
  opened_at timestamptz not null,
  decided_at timestamptz,
  timeout_hours integer,
  primary key (company_id, id),
  foreign key (company_id, asked_by_id) references staff,
  foreign key (company_id, estate_id) references estate
);
create unique index approval_running on approval (company_id, subject_kind, subject_id) where status = 'open';
create index approval_of_subject on approval (company_id, subject_id);
create index approval_newest on approval (company_id, opened_at desc, id desc);
create index approval_of_asker on approval (company_id, asked_by_id, opened_at desc);
call company_wall('approval');

create table approval_step (
  company_id uuid not null default current_company(),
  id uuid not null,
  approval_id uuid not null,
  seq smallint not null,
  who text not null,
  -- Any one of them answers.
  approver_ids uuid[] not null check (cardinality(approver_ids) > 0),
  -- Since when it is its turn.
  began_at timestamptz,
  due_at timestamptz,
  moved_up integer not null default 0,
  answer text check (answer in ('agreed', 'returned', 'refused')),
  answered_by_id uuid,
  answered_for_id uuid,
  answered_at timestamptz,
  remark text,
  primary key (company_id, id),
  unique (company_id, approval_id, seq),
  foreign key (company_id, approval_id) references approval,
  foreign key (company_id, answered_by_id) references staff,
  foreign key (company_id, answered_for_id) references staff,
  check ((answer is null) = (answered_at is null))
);
create index approval_step_waiting on approval_step (company_id, due_at) where answer is null and began_at is not null;
call company_wall('approval_step');
