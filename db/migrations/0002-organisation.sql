-- Who works where, in which posts: estates and departments, posts with their grants and duties, areas of responsibility, staff.

create table estate (
  company_id uuid not null default current_company() references company,
  id uuid not null,
  name text not null,
  short_name text not null,
  -- Stands in the numbers people read, so it never changes hands within a company.
  code text not null check (code ~ '^[A-Z0-9]{2,8}$'),
  kind text not null check (kind in ('residential', 'tower', 'mixed')),
  address text not null default '',
  city text not null default '',
  service_phone text,
  zone text not null default 'Asia/Shanghai',
  service_opens time not null default '08:30',
  service_closes time not null default '18:00',
  service_every_day boolean not null default true,
  grade smallint check (grade between 1 and 5),
  created_at timestamptz not null default now(),
  archived_at timestamptz,
  primary key (company_id, id),
  unique (company_id, code)
);
create unique index estate_name_in_use on estate (company_id, name) where archived_at is null;
call company_wall('estate');

-- Without an estate it belongs to the head office.
create table department (
  company_id uuid not null default current_company() references company,
  id uuid not null,
  estate_id uuid,
  parent_id uuid,
  name text not null,
  name_en text not null default '',
  created_at timestamptz not null default now(),
  archived_at timestamptz,
  primary key (company_id, id),
  foreign key (company_id, estate_id) references estate,
  foreign key (company_id, parent_id) references department,
  check (parent_id <> id)
);
create unique index department_name_in_use on department (company_id, estate_id, parent_id, name) nulls not distinct where archived_at is null;
create index department_by_parent on department (company_id, parent_id);
call company_wall('department');

create table post (
  company_id uuid not null default current_company() references company,
  id uuid not null,
  key text not null check (key ~ '^[a-z][A-Za-z0-9]{1,39}$'),
  -- A family says what its posts have in common; nobody is appointed to it.
  kind text not null default 'post' check (kind in ('post', 'family')),
  title text not null,
  title_en text not null default '',
  department_kind text not null check (department_kind in ('management', 'customer_service', 'engineering', 'security', 'environment', 'office', 'sales', 'food_and_beverage', 'other')),
  reports_to_id uuid,
  -- A standard post: its key is known to the program, so it is never archived.
  system boolean not null default false,
  created_at timestamptz not null default now(),
  archived_at timestamptz,
  primary key (company_id, id),
  unique (company_id, key),
  foreign key (company_id, reports_to_id) references post,
  check (reports_to_id <> id)
);
create index post_by_superior on post (company_id, reports_to_id);
call company_wall('post');

create table post_grant (
  company_id uuid not null default current_company(),
  post_id uuid not null,
  permission text not null,
  reach text not null check (reach in ('own', 'area', 'estate', 'company')),
  primary key (company_id, post_id, permission),
  foreign key (company_id, post_id) references post
);
create index post_grant_by_permission on post_grant (company_id, permission);
call company_wall('post_grant', 'select, insert, update, delete');

-- The account of a person who signs in has the same id.
create table staff (
  company_id uuid not null default current_company() references company,
  id uuid not null,
  no text not null,
  name text not null,
  phone text,
  gender text check (gender in ('male', 'female')),
  department_id uuid,
  -- Overrides the superior that the post's reporting line gives.
  superior_id uuid,
  joined_on date not null,
  left_on date,
  trades text[] not null default '{}'
    check (trades <@ '{plumbing,power,low_voltage,civil,lift,fire,hvac,gas,facility,security,cleaning,greening,pest,other}'),
  on_duty boolean not null default true,
  created_at timestamptz not null default now(),
  primary key (company_id, id),
  unique (company_id, no),
  foreign key (company_id, department_id) references department,
  foreign key (company_id, superior_id) references staff,
  check (superior_id <> id),
  check (left_on >= joined_on)
);
create index staff_by_department on staff (company_id, department_id);
create index staff_by_superior on staff (company_id, superior_id);
call company_wall('staff');

-- A post held. Both days are included; ended_at ends it at once, in the middle of a day.
create table staff_post (
  company_id uuid not null default current_company(),
  id uuid not null,
  staff_id uuid not null,
  post_id uuid not null,
  -- Without an estate it is held in all of them.
  estate_id uuid,
  from_on date not null,
  to_on date,
  ended_at timestamptz,
  primary key (company_id, id),
  foreign key (company_id, staff_id) references staff,
  foreign key (company_id, post_id) references post,
  foreign key (company_id, estate_id) references estate,
  check (to_on >= from_on)
);
create index staff_post_by_staff on staff_post (company_id, staff_id);
create index staff_post_by_post on staff_post (company_id, post_id, estate_id);
call company_wall('staff_post');

create table area (
  company_id uuid not null default current_company(),
  id uuid not null,
  estate_id uuid not null,
  name text not null,
  code text not null check (code ~ '^[A-Z0-9]{1,8}$'),
  created_at timestamptz not null default now(),
  archived_at timestamptz,
  primary key (company_id, id),
  unique (company_id, estate_id, code),
  -- So that a row elsewhere which names an estate and an area cannot name an area of another estate.
  unique (company_id, estate_id, id),
  foreign key (company_id, estate_id) references estate
);
create unique index area_name_in_use on area (company_id, estate_id, name) where archived_at is null;
call company_wall('area');

create table area_holder (
  company_id uuid not null default current_company(),
  id uuid not null,
  area_id uuid not null,
  staff_id uuid not null,
  role text not null check (role in ('steward', 'supervisor', 'officer', 'security', 'cleaning')),
  from_on date not null,
  to_on date,
  ended_at timestamptz,
  primary key (company_id, id),
  foreign key (company_id, area_id) references area,
  foreign key (company_id, staff_id) references staff,
  check (to_on >= from_on)
);
create index area_holder_by_area on area_holder (company_id, area_id);
create index area_holder_by_staff on area_holder (company_id, staff_id);
call company_wall('area_holder');

-- What other rooms may join: names, and what is held now. "Now" leaves the days to the reader, who knows the zone.
create view estate_card with (security_invoker = true) as
  select company_id, id, name, short_name, code, kind, zone, service_opens, service_closes, service_every_day, archived_at from estate;
create view department_card with (security_invoker = true) as
  select company_id, id, estate_id, name, name_en, archived_at from department;
create view post_card with (security_invoker = true) as
  select company_id, id, key, title, title_en, reports_to_id, archived_at, kind from post;
create view post_grant_card with (security_invoker = true) as
  select company_id, post_id, permission, reach from post_grant;
create view area_card with (security_invoker = true) as
  select company_id, id, estate_id, name, code, archived_at from area;
create view area_holder_card with (security_invoker = true) as
  select company_id, id, area_id, staff_id, role, from_on, to_on from area_holder where ended_at is null;
create view staff_card with (security_invoker = true) as
  select company_id, id, no, name, phone, department_id, trades, on_duty, left_on from staff;
-- Every holding with the days on which it held, ended ones too: who answered for what on which day.
create view area_holder_span_card with (security_invoker = true) as
  select h.company_id, h.id, h.area_id, h.staff_id, h.role, h.from_on,
    case when h.ended_at is null then h.to_on else (h.ended_at at time zone c.zone)::date end as to_on
  from area_holder h join company c on c.id = h.company_id;
create view staff_post_span_card with (security_invoker = true) as
  select p.company_id, p.id, p.staff_id, p.post_id, p.estate_id, p.from_on,
    case when p.ended_at is null then p.to_on else (p.ended_at at time zone c.zone)::date end as to_on
  from staff_post p join company c on c.id = p.company_id;
create view staff_post_card with (security_invoker = true) as
  select company_id, id, staff_id, post_id, estate_id, from_on, to_on from staff_post where ended_at is null;
grant select on estate_card, department_card, post_card, post_grant_card, area_card, area_holder_card, area_holder_span_card, staff_card,
  staff_post_card, staff_post_span_card
  to zhishou_app;
