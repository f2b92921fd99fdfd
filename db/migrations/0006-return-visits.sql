-- Asking the customer afterwards (回访): what comes due by rule, each try, each record.

create table return_visit_rule (
  company_id uuid not null default current_company(),
  id uuid not null,
  estate_id uuid,
  kind text not null check (kind in ('complaint', 'repair', 'enquiry', 'suggestion', 'help', 'praise', 'grievance', 'work_order')),
  urgency text check (urgency in ('critical', 'urgent', 'rush', 'normal', 'complex')),
  needed boolean not null default true,
  within_hours integer not null check (within_hours between 1 and 2400),
  -- A leak is asked about again after some days; null means once.
  again_after_days integer,
  category_code text,
  primary key (company_id, id),
  unique nulls not distinct (company_id, estate_id, kind, urgency, category_code),
  foreign key (company_id, estate_id) references estate (company_id, id)
);
call company_wall('return_visit_rule', 'select, insert, update, delete');

create table return_visit (
  company_id uuid not null default current_company(),
  id uuid not null,
  estate_id uuid not null,
  area_id uuid,
  request_id uuid,
  work_order_id uuid,
  cycle integer not null default 1,
  round integer not null default 1,
  kind text not null check (kind in ('complaint', 'repair', 'enquiry', 'suggestion', 'help', 'praise', 'grievance', 'work_order')),
  customer_id uuid,
  contact_name text,
  contact_phone text,
  status text not null check (status in ('due', 'made', 'unreachable', 'waived', 'cancelled')),
  due_at timestamptz not null,
  came_due_at timestamptz not null,
  visitor_id uuid,
  attempts integer not null default 0,
  next_try_at timestamptz,
  made_at timestamptz,
  way text check (way in ('phone', 'doorstep', 'app', 'wechat')),
  spoke_with text,
  solved boolean,
  on_time boolean,
  polite boolean,
  charge_clear boolean,
  score smallint check (score between 1 and 5),
  opinion text,
  waive_reason text,
  -- When the customer is asked about the matter once more; the visit comes due only then.
  again_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (company_id, id),
  unique nulls not distinct (company_id, request_id, work_order_id, cycle, round),
  foreign key (company_id, estate_id) references estate (company_id, id),
  foreign key (company_id, area_id) references area (company_id, id),
  foreign key (company_id, request_id) references request (company_id, id),
  foreign key (company_id, work_order_id) references work_order (company_id, id),
  foreign key (company_id, visitor_id) references staff (company_id, id),
  check (request_id is not null or work_order_id is not null),
  check (status <> 'made' or (score is not null and solved is not null and made_at is not null))
);
create index return_visit_due on return_visit (company_id, due_at, id) where status = 'due';
create index return_visit_of_request on return_visit (company_id, request_id);
create index return_visit_newest on return_visit (company_id, came_due_at desc, id desc);
create index return_visit_again on return_visit (company_id, again_at) where again_at is not null;
call company_wall('return_visit');

create table return_visit_attempt (
  company_id uuid not null default current_company(),
  id uuid not null,
  return_visit_id uuid not null,
  way text not null check (way in ('phone', 'doorstep', 'app', 'wechat')),
  outcome text not null check (outcome in ('no_answer', 'busy', 'wrong_number', 'refused', 'call_later')),
  note text,
  at timestamptz not null,
  by_id uuid,
  by_name text not null,
  primary key (company_id, id),
  foreign key (company_id, return_visit_id) references return_visit (company_id, id)
);
create index return_visit_attempt_of_visit on return_visit_attempt (company_id, return_visit_id, at);
call company_wall('return_visit_attempt');
