-- Job-responsibility documents (岗位职责书) that the company has brought: their text, and what was read in it.

create table job_document (
  company_id uuid not null default current_company(),
  id uuid not null,
  name text not null,
  kind text not null check (kind in ('txt', 'docx', 'xlsx', 'pdf', 'pasted')),
  text text not null,
  -- Posts with their duties and where in the text they stand, and competency models.
  reading jsonb not null,
  posts integer not null check (posts >= 0),
  duties integer not null check (duties >= 0),
  status text not null check (status in ('read', 'taken', 'discarded')),
  -- None for a text that was pasted.
  attachment_id uuid,
  read_by_id uuid not null,
  read_by_name text not null,
  read_at timestamptz not null,
  settled_by_name text,
  settled_at timestamptz,
  discard_reason text,
  -- The duty sheets that were drafted from it.
  drafts jsonb not null default '[]',
  primary key (company_id, id),
  foreign key (company_id, attachment_id) references attachment,
  foreign key (company_id, read_by_id) references staff,
  check ((kind = 'pasted') = (attachment_id is null)),
  check ((status = 'read') = (settled_at is null)),
  check ((status = 'discarded') = (discard_reason is not null))
);
create index job_document_newest on job_document (company_id, read_at desc, id desc);
call company_wall('job_document');
