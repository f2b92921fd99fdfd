-- What every post must do (岗位职责), in versions; what counts as its fulfilment; and the evidence of it, read from the ledger.

-- The duties of one post, as one version of its sheet.
create table duty_sheet (
  company_id uuid not null default current_company() references company,
  id uuid not null,
  post_id uuid not null,
  version integer not null check (version > 0),
  status text not null check (status in ('draft', 'in_review', 'published', 'replaced', 'withdrawn')),
  -- Where the first text came from: the program's catalogue, a document that was read, or somebody's keyboard.
  source text not null check (source in ('catalogue', 'document', 'typed')),
  note text not null default '',
  drafted_by_id uuid,
  drafted_by_name text not null,
  submitted_at timestamptz,
  reviewed_by_id uuid,
  reviewed_by_name text,
  return_reason text,
  -- In force from this day on.
  effective_on date,
  published_at timestamptz,
  replaced_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (company_id, id),
  unique (company_id, post_id, version),
  foreign key (company_id, post_id) references post,
  foreign key (company_id, drafted_by_id) references staff,
  foreign key (company_id, reviewed_by_id) references staff
);
create unique index duty_sheet_in_force on duty_sheet (company_id, post_id) where status = 'published';
create unique index duty_sheet_in_work on duty_sheet (company_id, post_id) where status in ('draft', 'in_review');
call company_wall('duty_sheet');

-- How fulfilment is counted. The key is made from the proof itself, so duties that are counted alike share one count.
create table duty_proof (
  company_id uuid not null default current_company() references company,
  key text not null,
  proof jsonb not null,
  -- counting: it reads what was before it; current: it is counted with every event.
  state text not null check (state in ('counting', 'current')),
  tx xid8 not null default '0',
  event_id uuid not null default '00000000-0000-0000-0000-000000000000',
  created_at timestamptz not null default now(),
  primary key (company_id, key)
);
call company_wall('duty_proof');

create table duty (
  company_id uuid not null default current_company(),
  id uuid not null,
  sheet_id uuid not null,
  -- The same duty through all versions of the sheet.
  line_id uuid not null,
  code text not null,
  text text not null,
  text_en text not null default '',
  cadence text not null check (cadence in ('on_demand', 'shift', 'daily', 'weekly', 'monthly', 'quarterly', 'half_yearly', 'yearly', 'always')),
  -- What the program does for this duty, one word each, the leading one first.
  capability text[] not null default '{}',
  measure text not null default '',
  measure_en text not null default '',
  -- How it is counted; none while the program cannot see yet whether it is done, or where it shows it instead.
  proof_keys text[] not null default '{}',
  -- A proof that shows instead of counting: a rule the program keeps, a board, something to look up.
  shown jsonb,
  -- When the duty first came into force, in whatever version; nothing is asked of days before.
  since_on date,
  sort integer not null,
  primary key (company_id, id),
  unique (company_id, sheet_id, code),
  foreign key (company_id, sheet_id) references duty_sheet
);
create index duty_by_line on duty (company_id, line_id);
call company_wall('duty', 'select, insert, update, delete');

-- Whoever holds the post reads the version in force and says so.
create table duty_acknowledgement (
  company_id uuid not null default current_company(),
  id uuid not null,
  sheet_id uuid not null,
  staff_id uuid not null,
  due_at timestamptz not null,
  given_at timestamptz,
  -- The sheet was replaced or the post given up before it was read.
  dropped_at timestamptz,
  primary key (company_id, id),
  foreign key (company_id, sheet_id) references duty_sheet,
  foreign key (company_id, staff_id) references staff
);
create unique index duty_acknowledgement_asked on duty_acknowledgement (company_id, sheet_id, staff_id) where dropped_at is null;
create index duty_acknowledgement_by_person on duty_acknowledgement (company_id, staff_id) where given_at is null and dropped_at is null;
call company_wall('duty_acknowledgement');

-- Evidence: what the ledger says about one record under one proof. Always derived anew from all events of the record, so it is
-- the same whatever the order in which they arrive.
create table duty_evidence (
  company_id uuid not null default current_company(),
  proof_key text not null,
  record_id uuid not null,
  -- A record that opens again has another turn.
  turn integer not null,
  record_kind text not null,
  record_no text,
  state text not null check (state in ('open', 'met', 'late', 'void')),
  -- To whom it counts, by the credit of the proof: a person, an area, an estate, the company.
  who uuid not null,
  estate_id uuid,
  area_id uuid,
  -- The day it belongs to: when it was done in time, else when it was due.
  on_day date not null,
  opened_at timestamptz not null,
  due_at timestamptz,
  done_at timestamptz,
  done_by_id uuid,
  done_by_name text,
  -- Whom the deed was done for, when a deputy did it.
  done_for_id uuid,
  opened_event uuid not null,
  done_event uuid,
  primary key (company_id, proof_key, record_id, turn)
);
create index duty_evidence_open on duty_evidence (company_id, proof_key, who, due_at) where state = 'open';
create index duty_evidence_by_day on duty_evidence (company_id, proof_key, who, on_day);
call company_wall('duty_evidence', 'select, insert, update, delete');

-- The evidence added up by day: what fell due that day and how it was met, and how much was done that day, whenever it was due.
create table duty_tally (
  company_id uuid not null default current_company(),
  proof_key text not null,
  who uuid not null,
  on_day date not null,
  due integer not null,
  met integer not null,
  late integer not null,
  done integer not null,
  primary key (company_id, proof_key, who, on_day)
);
call company_wall('duty_tally', 'select, insert, update, delete');

-- A superior looked at how somebody does a duty: a check, or a remark about it.
create table duty_check (
  company_id uuid not null default current_company(),
  id uuid not null,
  staff_id uuid not null,
  line_id uuid,
  kind text not null check (kind in ('check', 'remark')),
  result text check (result in ('good', 'mend')),
  note text not null default '',
  by_id uuid not null,
  by_name text not null,
  at timestamptz not null,
  on_day date not null,
  primary key (company_id, id),
  foreign key (company_id, staff_id) references staff,
  foreign key (company_id, by_id) references staff
);
create index duty_check_by_person on duty_check (company_id, staff_id, on_day);
call company_wall('duty_check', 'select, insert');

create view duty_card with (security_invoker = true) as
  select d.company_id, d.id, d.line_id, d.code, d.text, d.text_en, d.cadence, d.capability, d.proof_keys, d.shown, d.measure, d.measure_en, d.since_on, d.sort, s.post_id, s.id as sheet_id, s.version
  from duty d join duty_sheet s on s.company_id = d.company_id and s.id = d.sheet_id where s.status = 'published';
grant select on duty_card to zhishou_app;
