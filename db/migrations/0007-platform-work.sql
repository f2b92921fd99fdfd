-- Long work: what is due when, and tables that somebody brings.

-- When each schedule ran last for this company. The row is locked while it runs, so that of several workers one runs it.
create table schedule (
  company_id uuid not null default current_company(),
  name text not null,
  last_at timestamptz not null,
  failures integer not null default 0,
  error text,
  primary key (company_id, name)
);
call company_wall('schedule');

-- The same for work that belongs to the installation and to no company; therefore outside the wall.
create table upkeep (
  name text primary key,
  last_at timestamptz not null
);
grant select, insert, update on upkeep to zhishou_app;
grant select on upkeep to zhishou_door;

-- One sheet brought in: which column means what, and what became of its rows.
create table import (
  company_id uuid not null default current_company(),
  id uuid not null,
  kind text not null,
  attachment_id uuid not null,
  file_name text not null,
  headers jsonb not null,
  sample jsonb not null,
  -- The same for every file with the same columns in the same order.
  signature text not null,
  mapping jsonb not null default '{}',
  options jsonb not null default '{}',
  state text not null default 'draft' check (state in ('draft', 'ready', 'checking', 'checked', 'running', 'stopped', 'done')),
  total integer,
  taken integer not null default 0,
  same integer not null default 0,
  rejected integer not null default 0,
  -- The last row of the sheet that has been dealt with; moves in the transaction that dealt with it.
  row_reached integer not null default 0,
  run_id uuid,
  rejects_attachment_id uuid,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  finished_at timestamptz,
  primary key (company_id, id),
  foreign key (company_id, attachment_id) references attachment,
  foreign key (company_id, rejects_attachment_id) references attachment,
  foreign key (company_id, run_id) references work_run,
  -- No row is dropped in silence.
  check (state not in ('checked', 'done') or (total is not null and taken + same + rejected = total))
);
call company_wall('import');

create table import_reject (
  company_id uuid not null default current_company(),
  import_id uuid not null,
  run_id uuid not null,
  row_number integer not null,
  -- As they were read, to be given back.
  cells jsonb not null,
  reasons jsonb not null,
  primary key (company_id, run_id, row_number),
  foreign key (company_id, import_id) references import,
  foreign key (company_id, run_id) references work_run
);
call company_wall('import_reject', 'select, insert');

-- What was mapped for such a header the last time.
create table import_mapping (
  company_id uuid not null default current_company(),
  kind text not null,
  signature text not null,
  mapping jsonb not null,
  options jsonb not null,
  used_at timestamptz not null,
  used_by uuid not null,
  primary key (company_id, kind, signature)
);
call company_wall('import_mapping');
