-- Premises and customers: the places of an estate, the people and firms in them, and what they are to a unit.

-- Everything a request can be about, as one tree per estate: building, entrance, floor, unit, public area, facility.
create table place (
  company_id uuid not null default current_company() references company,
  id uuid not null,
  estate_id uuid not null,
  parent_id uuid,
  -- The building it stands in; a building's own id for the building.
  building_id uuid,
  kind text not null check (kind in ('building', 'entrance', 'floor', 'unit', 'public_area', 'facility')),
  -- What sort of public area or facility.
  detail text check (detail in ('lobby', 'corridor', 'stairwell', 'roof', 'garage', 'garden', 'road', 'playground', 'clubhouse', 'toilet', 'wall',
    'lift', 'escalator', 'pump_room', 'water_tank', 'substation', 'generator', 'fire_control', 'fire_equipment', 'monitoring', 'gate', 'barrier',
    'entry_door', 'intercom', 'air_conditioning', 'lighting', 'drainage', 'gas', 'network', 'other')),
  -- Its own part of the code: 3 of a building, 2 of an entrance, 1201 of a unit.
  no text not null check (no <> ''),
  name text not null check (name <> ''),
  -- The whole code as people write it, 3-2-1201.
  code text collate "C" not null,
  -- The whole way in words, with the estate.
  path_name text not null,
  -- How to get there.
  directions text,
  -- Its own area of responsibility, or that of the nearest ancestor that has one.
  area_id uuid,
  area_own boolean not null default false,
  -- The code with its numbers padded, so that 10 comes after 9.
  sort text collate "C" not null,
  created_at timestamptz not null default now(),
  archived_at timestamptz,
  primary key (company_id, id),
  foreign key (company_id, estate_id) references estate,
  foreign key (company_id, parent_id) references place,
  foreign key (company_id, building_id) references place,
  foreign key (company_id, estate_id, area_id) references area (company_id, estate_id, id),
  check (kind <> 'building' or parent_id is null),
  check (kind not in ('entrance', 'floor', 'unit') or parent_id is not null),
  check (detail is null or kind in ('public_area', 'facility')),
  check (not area_own or area_id is not null)
);
-- Only the primary key begins with company_id: on a table that was filled but not analysed yet, the planner takes every index
-- that begins with it for as good as the primary key, and each foreign key check then reads the whole company.
create unique index place_code on place (estate_id, code, company_id) where archived_at is null;
create index place_in_order on place (estate_id, sort, id);
create index place_by_parent on place (parent_id);
create index place_by_building on place (building_id, sort, id);
create index place_by_area on place (area_id) where area_id is not null;
call company_wall('place');

-- What a unit has beyond being a place.
create table unit (
  company_id uuid not null default current_company(),
  id uuid not null,
  unit_no text not null,
  floor_no integer,
  gross_floor_area numeric(10, 2) check (gross_floor_area > 0),
  inner_area numeric(10, 2) check (inner_area > 0),
  use text not null default 'home' check (use in ('home', 'shop', 'office', 'parking', 'storage', 'other')),
  status text not null default 'unsold' check (status in ('unsold', 'sold', 'delivered', 'renovating', 'occupied', 'vacant')),
  status_at timestamptz not null default now(),
  delivered_on date,
  primary key (company_id, id),
  foreign key (company_id, id) references place
);
call company_wall('unit');

-- Every spelling under which a place is found. Searched by ranges of the key, which an index can serve behind the wall.
-- It follows from the places and is written with them, so it carries no foreign key.
create table place_key (
  company_id uuid not null default current_company(),
  estate_id uuid not null,
  key text collate "C" not null,
  place_id uuid not null,
  -- 0 the whole code or name, more for spellings that leave something out.
  rank smallint not null default 0,
  primary key (company_id, estate_id, key, place_id)
);
create index place_key_by_place on place_key (place_id);
call company_wall('place_key', 'select, insert, update, delete');

create table customer (
  company_id uuid not null default current_company() references company,
  id uuid not null,
  -- Where the customer was first met; links to units add others.
  estate_id uuid not null,
  kind text not null check (kind in ('person', 'firm')),
  name text not null check (name <> ''),
  name_pinyin text,
  gender text check (gender in ('male', 'female')),
  id_kind text check (id_kind in ('resident_id', 'credit_code', 'passport', 'hk_macao_permit', 'taiwan_permit', 'residence_permit')),
  -- AES-256-GCM; the hash is keyed and serves only to find an equal one.
  id_number_sealed bytea,
  id_number_hash bytea,
  id_number_masked text,
  note text,
  source text not null default 'desk' check (source in ('desk', 'call', 'import', 'online', 'handover')),
  created_at timestamptz not null default now(),
  archived_at timestamptz,
  -- A duplicate stays and points at the record that goes on.
  merged_into_id uuid,
  merged_at timestamptz,
  primary key (company_id, id),
  foreign key (company_id, estate_id) references estate,
  foreign key (company_id, merged_into_id) references customer,
  check ((id_number_sealed is null) = (id_number_hash is null)),
  check ((id_number_sealed is null) = (id_number_masked is null)),
  check ((id_number_sealed is null) = (id_kind is null)),
  check ((merged_into_id is null) = (merged_at is null)),
  check (merged_into_id <> id)
);
create unique index customer_id_number on customer (id_number_hash, company_id) where merged_into_id is null;
create index customer_merged on customer (merged_into_id) where merged_into_id is not null;
call company_wall('customer');

-- The estates that know the customer: where first met, and those of the units linked since.
create table customer_estate (
  company_id uuid not null default current_company(),
  estate_id uuid not null,
  customer_id uuid not null,
  primary key (company_id, estate_id, customer_id),
  foreign key (company_id, estate_id) references estate,
  foreign key (company_id, customer_id) references customer
);
create index customer_estate_by_customer on customer_estate (customer_id);
call company_wall('customer_estate');

create table customer_phone (
  company_id uuid not null default current_company(),
  id uuid not null,
  customer_id uuid not null,
  -- As the platform's normalisePhone writes it.
  phone text collate "C" not null,
  masked text not null,
  label text,
  main boolean not null default false,
  added_at timestamptz not null default now(),
  ended_at timestamptz,
  primary key (company_id, id),
  foreign key (company_id, customer_id) references customer,
  check (not main or ended_at is null)
);
create unique index customer_phone_once on customer_phone (customer_id, phone, company_id) where ended_at is null;
create unique index customer_phone_main on customer_phone (customer_id, company_id) where main;
create index customer_phone_by_phone on customer_phone (phone, company_id);
call company_wall('customer_phone');

create table customer_vehicle (
  company_id uuid not null default current_company(),
  id uuid not null,
  customer_id uuid not null,
  plate text collate "C" not null,
  label text,
  added_at timestamptz not null default now(),
  ended_at timestamptz,
  primary key (company_id, id),
  foreign key (company_id, customer_id) references customer
);
create unique index customer_vehicle_once on customer_vehicle (customer_id, plate, company_id) where ended_at is null;
call company_wall('customer_vehicle');

-- What a customer is to a unit, and when.
create table customer_unit (
  company_id uuid not null default current_company(),
  id uuid not null,
  customer_id uuid not null,
  place_id uuid not null,
  role text not null check (role in ('owner', 'tenant', 'family', 'contact', 'staff_of_firm')),
  -- Per cent of ownership.
  share numeric(5, 2) check (share > 0 and share <= 100),
  from_on date not null,
  -- The last day; open while it lasts.
  to_on date,
  linked_at timestamptz not null default now(),
  primary key (company_id, id),
  foreign key (company_id, customer_id) references customer,
  foreign key (company_id, place_id) references unit,
  check (to_on >= from_on),
  check (share is null or role = 'owner')
);
create unique index customer_unit_open on customer_unit (customer_id, place_id, role, company_id) where to_on is null;
create index customer_unit_by_place on customer_unit (place_id);
create index customer_unit_by_customer on customer_unit (customer_id);
call company_wall('customer_unit');

-- Name, phones (also backwards, for the last figures) and plates of a customer, searched by ranges of the key.
create table customer_key (
  company_id uuid not null default current_company(),
  estate_id uuid not null,
  key text collate "C" not null,
  customer_id uuid not null,
  rank smallint not null default 0,
  primary key (company_id, estate_id, key, customer_id)
);
create index customer_key_by_customer on customer_key (customer_id);
call company_wall('customer_key', 'select, insert, update, delete');

-- What other rooms may join.
create view place_card with (security_invoker = true) as
  select p.company_id, p.id, p.estate_id, p.building_id, p.area_id, p.kind, p.detail, p.code, p.name, p.path_name, p.directions, p.archived_at, u.status as unit_status
  from place p left join unit u on u.company_id = p.company_id and u.id = p.id;
grant select on place_card to zhishou_app;

create view customer_card with (security_invoker = true) as
  select c.company_id, c.id, c.estate_id, c.kind, c.name, c.gender, c.merged_into_id, c.archived_at, ph.id as main_phone_id, ph.masked as main_phone
  from customer c left join customer_phone ph on ph.company_id = c.company_id and ph.customer_id = c.id and ph.main;
grant select on customer_card to zhishou_app;
