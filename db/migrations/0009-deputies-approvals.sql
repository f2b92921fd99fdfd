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
