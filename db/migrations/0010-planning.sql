-- What superiors give to do, what each day was like, and what a month or a year is to bring.

create table task (
  company_id uuid not null default current_company(),
  id uuid not null,
  no text not null,
  title text not null,
  text text,
  assignee_id uuid not null,
  assigned_by_id uuid not null,
  -- Without an estate it is for somebody who works in all of them.
  estate_id uuid,
  area_id uuid,
  due_at timestamptz not null,
  -- The day in whose assignment it stands.
  for_day date,
  -- Given to several people at once: one task each.
  batch_id uuid,
  -- What it is about, where it is about a record.
  about_kind text,
  about_id uuid,
  about_no text,
  status text not null check (status in ('assigned', 'started', 'done', 'returned', 'checked', 'cancelled')),
  assigned_at timestamptz not null,
  started_at timestamptz,
  finished_at timestamptz,
  finish_note text,
  checked_at timestamptz,
  checked_by_id uuid,
  -- Of the check, or why it was returned or cancelled.
  remark text,
  returns integer not null default 0,
  primary key (company_id, id),
  unique (company_id, no),
  foreign key (company_id, assignee_id) references staff,
  foreign key (company_id, assigned_by_id) references staff,
  foreign key (company_id, checked_by_id) references staff,
  foreign key (company_id, estate_id) references estate,
  foreign key (company_id, estate_id, area_id) references area (company_id, estate_id, id),
  check ((about_kind is null) = (about_id is null)),
  check (area_id is null or estate_id is not null)
);
create index task_of_assignee on task (company_id, assignee_id, due_at, id);
create index task_of_day on task (company_id, for_day, assignee_id);
create index task_open on task (company_id, due_at, id) where status in ('assigned', 'started', 'done', 'returned');
create index task_newest on task (company_id, assigned_at desc, id desc);
create index task_about on task (company_id, about_id) where about_id is not null;
call company_wall('task');

-- One per person and day (工作记录).
create table work_log (
  company_id uuid not null default current_company(),
  id uuid not null,
  staff_id uuid not null,
  on_day date not null,
  estate_id uuid,
  happened text not null,
  handled text,
  suggestion text,
  status text not null check (status in ('written', 'signed')),
  written_at timestamptz not null,
  changed_at timestamptz,
  signed_at timestamptz,
  signed_by_id uuid,
  remark text,
  primary key (company_id, id),
  unique (company_id, staff_id, on_day),
  foreign key (company_id, staff_id) references staff,
  foreign key (company_id, signed_by_id) references staff,
  foreign key (company_id, estate_id) references estate,
  check ((status = 'signed') = (signed_at is not null))
);
create index work_log_newest on work_log (company_id, on_day desc, id desc);
call company_wall('work_log');

-- What a month or a year is to bring, agreed to by the superior, summed up at its end (工作计划与总结).
create table work_plan (
  company_id uuid not null default current_company(),
  id uuid not null,
  staff_id uuid not null,
  cadence text not null check (cadence in ('month', 'year')),
  -- 2026-11 or 2026.
  period text not null,
  from_on date not null,
  to_on date not null,
  estate_id uuid,
  title text not null,
  status text not null check (status in ('draft', 'submitted', 'approved', 'summarised')),
  summary text,
  submitted_at timestamptz,
  approved_at timestamptz,
  summarised_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (company_id, id),
  unique (company_id, staff_id, cadence, period),
  foreign key (company_id, staff_id) references staff,
  foreign key (company_id, estate_id) references estate
);
create index work_plan_newest on work_plan (company_id, from_on desc, id desc);
call company_wall('work_plan');

create table plan_item (
  company_id uuid not null default current_company(),
  id uuid not null,
  work_plan_id uuid not null,
  seq smallint not null,
  goal text not null,
  due_on date not null,
  done_at timestamptz,
  result text,
  primary key (company_id, id),
  foreign key (company_id, work_plan_id) references work_plan
);
create index plan_item_of_plan on plan_item (company_id, work_plan_id, seq);
call company_wall('plan_item', 'select, insert, update, delete');
