-- Dispatch sheets (派工单) and what is done, used and charged on them.

create table price_item (
  company_id uuid not null default current_company(),
  id uuid not null,
  estate_id uuid,
  trade text not null check (trade in ('plumbing', 'power', 'low_voltage', 'civil', 'lift', 'fire', 'hvac', 'gas', 'facility', 'security', 'cleaning', 'greening', 'pest', 'other')),
  name text not null,
  name_en text not null,
  unit text not null,
  price_fen bigint not null check (price_fen >= 0),
  minutes integer,
  warranty_days integer not null default 30,
  archived_at timestamptz,
  primary key (company_id, id),
  foreign key (company_id, estate_id) references estate (company_id, id)
);
call company_wall('price_item');

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
  trade text not null check (trade in ('plumbing', 'power', 'low_voltage', 'civil', 'lift', 'fire', 'hvac', 'gas', 'facility', 'security', 'cleaning', 'greening', 'pest', 'other')),
  subject text not null,
  body text not null default '',
  urgency text not null check (urgency in ('critical', 'urgent', 'rush', 'normal', 'complex')),
  appointment_from timestamptz,
  appointment_to timestamptz,
  status text not null check (status in ('open', 'assigned', 'taken', 'on_site', 'quoting', 'on_hold', 'completed', 'refused', 'cancelled')),
  held_status text check (held_status in ('open', 'assigned', 'taken', 'on_site', 'quoting')),
  -- How the worker came to it: named by the dispatcher, took it, or by turn.
  way text check (way in ('assign', 'take', 'turn')),
  worker_id uuid,
  issued_at timestamptz not null,
  issued_by_id uuid,
  assigned_at timestamptz,
  taken_at timestamptz,
  arrived_at timestamptz,
  completed_at timestamptz,
  ended_at timestamptz,
  take_due_at timestamptz,
  arrive_due_at timestamptz,
  finish_due_at timestamptz,
  chargeable boolean not null default false,
  amount_fen bigint not null default 0 check (amount_fen >= 0),
  agreed_at timestamptz,
  agreed_way text check (agreed_way in ('signature', 'phone', 'wechat', 'in_person')),
  agreed_amount_fen bigint,
  labour_minutes integer check (labour_minutes >= 0),
  result text,
  signature_id uuid,
  no_signature_reason text check (no_signature_reason in ('absent', 'declined', 'public_area', 'other')),
  witness_id uuid,
  end_reason text,
  return_count integer not null default 0,
  rework_count integer not null default 0,
  hold_minutes integer not null default 0,
  cycle integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (company_id, id),
  unique (company_id, no),
  foreign key (company_id, estate_id) references estate (company_id, id),
  foreign key (company_id, area_id) references area (company_id, id),
  foreign key (company_id, request_id) references request (company_id, id),
  foreign key (company_id, place_id) references place (company_id, id),
  foreign key (company_id, customer_id) references customer (company_id, id),
  foreign key (company_id, worker_id) references staff (company_id, id),
  foreign key (company_id, witness_id) references staff (company_id, id),
  foreign key (company_id, signature_id) references attachment (company_id, id),
  check (status not in ('assigned', 'taken', 'on_site', 'quoting', 'completed') or worker_id is not null)
);
create index work_order_newest on work_order (company_id, issued_at desc, id desc);
create index work_order_live on work_order (company_id, estate_id, status, finish_due_at) where status not in ('completed', 'refused', 'cancelled');
create index work_order_of_worker on work_order (company_id, worker_id, status, finish_due_at);
create index work_order_of_request on work_order (company_id, request_id) where request_id is not null;
create index work_order_of_place on work_order (company_id, place_id, issued_at desc);
call company_wall('work_order');

-- Each line of labour, material or call-out: on the quote and on the sheet.
create table work_order_line (
  company_id uuid not null default current_company(),
  id uuid not null,
  work_order_id uuid not null,
  stage text not null check (stage in ('quote', 'done')),
  kind text not null check (kind in ('callout', 'labour', 'material')),
  price_item_id uuid,
  name text not null,
  unit text not null default '',
  quantity numeric(12, 3) not null check (quantity > 0),
  price_fen bigint not null check (price_fen >= 0),
  amount_fen bigint not null check (amount_fen >= 0),
  sort integer not null default 0,
  primary key (company_id, id),
  foreign key (company_id, work_order_id) references work_order (company_id, id),
  foreign key (company_id, price_item_id) references price_item (company_id, id)
);
create index work_order_line_of_order on work_order_line (company_id, work_order_id, stage, sort);
call company_wall('work_order_line', 'select, insert, update, delete');

create table work_order_pause (
  company_id uuid not null default current_company(),
  id uuid not null,
  work_order_id uuid not null,
  reason_id uuid not null,
  stops_clock boolean not null,
  note text,
  from_at timestamptz not null,
  resume_at timestamptz,
  to_at timestamptz,
  by_id uuid,
  primary key (company_id, id),
  foreign key (company_id, work_order_id) references work_order (company_id, id),
  foreign key (company_id, reason_id) references hold_reason (company_id, id)
);
create index work_order_pause_of_order on work_order_pause (company_id, work_order_id, from_at);
call company_wall('work_order_pause');

-- Whose turn it is: the last time each worker got a sheet by turn, per estate and trade.
create table work_order_turn (
  company_id uuid not null default current_company(),
  estate_id uuid not null,
  trade text not null check (trade in ('plumbing', 'power', 'low_voltage', 'civil', 'lift', 'fire', 'hvac', 'gas', 'facility', 'security', 'cleaning', 'greening', 'pest', 'other')),
  staff_id uuid not null,
  last_at timestamptz not null,
  primary key (company_id, estate_id, trade, staff_id),
  foreign key (company_id, staff_id) references staff (company_id, id)
);
call company_wall('work_order_turn');

create view work_order_card with (security_invoker = true) as
  select w.company_id, w.id, w.no, w.request_id, w.trade, w.subject, w.status, w.worker_id, w.place_id, w.estate_id, w.area_id,
    w.customer_id, w.contact_name, w.contact_phone, w.completed_at, w.amount_fen, w.urgency, w.cycle, w.body, w.result, w.place_text
  from work_order w;
grant select on work_order_card to zhishou_app;
