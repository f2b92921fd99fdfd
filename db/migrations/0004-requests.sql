-- What customers ask, complain of and report; the settings that decide limits, pauses and escalation.

-- The visit and call log (来访来电登记): one call may give several requests.
create table call_log (
  company_id uuid not null default current_company(),
  id uuid not null,
  estate_id uuid not null,
  channel text not null check (channel in ('phone', 'front_desk', 'wechat', 'app', 'patrol', 'visit', 'letter', 'email', 'survey', 'hotline12345', 'owners_committee', 'media')),
  customer_id uuid,
  caller_name text,
  caller_phone text,
  anonymous boolean not null default false,
  at timestamptz not null,
  taken_by_id uuid,
  primary key (company_id, id),
  foreign key (company_id, estate_id) references estate (company_id, id),
  foreign key (company_id, customer_id) references customer (company_id, id)
);
create index call_log_by_customer on call_log (company_id, customer_id, at desc);
call company_wall('call_log');

-- The classification tree. estate_id null is the company's default; an estate may add its own.
create table request_category (
  company_id uuid not null default current_company(),
  id uuid not null,
  estate_id uuid,
  parent_id uuid,
  kind text not null check (kind in ('complaint', 'repair', 'enquiry', 'suggestion', 'help', 'praise', 'grievance')),
  code text not null,
  name text not null,
  name_en text not null,
  trade text check (trade in ('plumbing', 'power', 'low_voltage', 'civil', 'lift', 'fire', 'hvac', 'gas', 'facility', 'security', 'cleaning', 'greening', 'pest', 'other')),
  default_urgency text check (default_urgency in ('critical', 'urgent', 'rush', 'normal', 'complex')),
  outside_party text,
  sort integer not null default 0,
  archived_at timestamptz,
  primary key (company_id, id),
  unique nulls not distinct (company_id, estate_id, code),
  foreign key (company_id, estate_id) references estate (company_id, id),
  foreign key (company_id, parent_id) references request_category (company_id, id)
);
call company_wall('request_category');

-- Time limits in minutes; null means agreed or none. An estate's own row wins over the company's, a row with urgency over one without.
create table request_limit (
  company_id uuid not null default current_company(),
  id uuid not null,
  estate_id uuid,
  kind text not null check (kind in ('complaint', 'repair', 'enquiry', 'suggestion', 'help', 'praise', 'grievance')),
  urgency text check (urgency in ('critical', 'urgent', 'rush', 'normal', 'complex')),
  answer_minutes integer check (answer_minutes >= 0),
  arrive_minutes integer check (arrive_minutes >= 0),
  feedback_minutes integer check (feedback_minutes >= 0),
  finish_minutes integer check (finish_minutes >= 0),
  -- Answer and arrival may count service hours while feedback and finish count days.
  clock text not null check (clock in ('elapsed', 'service')),
  finish_clock text not null check (finish_clock in ('elapsed', 'service')),
  primary key (company_id, id),
  unique nulls not distinct (company_id, estate_id, kind, urgency),
  foreign key (company_id, estate_id) references estate (company_id, id)
);
call company_wall('request_limit', 'select, insert, update, delete');

create table hold_reason (
  company_id uuid not null default current_company(),
  id uuid not null,
  code text not null,
  name text not null,
  name_en text not null,
  -- Waiting for our own parts or our own yes does not stop our clock.
  stops_clock boolean not null,
  sort integer not null default 0,
  archived_at timestamptz,
  primary key (company_id, id),
  unique (company_id, code)
);
call company_wall('hold_reason');

-- The escalation ladder: at which share of a limit who is told.
create table escalation_step (
  company_id uuid not null default current_company(),
  id uuid not null,
  estate_id uuid,
  ratio numeric(4, 2) not null check (ratio > 0 and ratio <= 20),
  tell text not null check (tell in ('handler', 'supervisor', 'manager', 'project_head')),
  -- Steps of critical requests are a ladder of their own.
  critical boolean not null default false,
  primary key (company_id, id),
  unique nulls not distinct (company_id, estate_id, critical, ratio, tell),
  foreign key (company_id, estate_id) references estate (company_id, id)
);
call company_wall('escalation_step', 'select, insert, update, delete');

-- Numbers that a company or an estate sets: group_threshold, group_days, reopen_days, take_minutes, hold_hours.
create table request_setting (
  company_id uuid not null default current_company(),
  id uuid not null,
  estate_id uuid,
  key text not null check (key in ('group_threshold', 'group_days', 'reopen_days', 'take_minutes', 'hold_hours')),
  value integer not null check (value >= 0),
  primary key (company_id, id),
  unique nulls not distinct (company_id, estate_id, key),
  foreign key (company_id, estate_id) references estate (company_id, id)
);
call company_wall('request_setting');

create table request (
  company_id uuid not null default current_company(),
  id uuid not null,
  no text not null,
  estate_id uuid not null,
  area_id uuid,
  call_id uuid,
  parent_id uuid,
  master_id uuid,
  duplicate_of_id uuid,
  previous_id uuid,
  kind text not null check (kind in ('complaint', 'repair', 'enquiry', 'suggestion', 'help', 'praise', 'grievance')),
  category_id uuid,
  urgency text not null check (urgency in ('critical', 'urgent', 'rush', 'normal', 'complex')),
  -- 0 said and settled at once, 1 ordinary, 2 important, 3 major
  level smallint not null default 1 check (level between 0 and 3),
  subject text not null,
  body text not null default '',
  place_id uuid,
  place_text text,
  indoor boolean,
  customer_id uuid,
  contact_name text,
  contact_phone text,
  anonymous boolean not null default false,
  channel text not null check (channel in ('phone', 'front_desk', 'wechat', 'app', 'patrol', 'visit', 'letter', 'email', 'survey', 'hotline12345', 'owners_committee', 'media')),
  source text not null default 'desk',
  source_ref text,
  outside_due_at timestamptz,
  outside_party text,
  received_at timestamptz not null,
  received_by_id uuid,
  received_by text not null,
  appointment_from timestamptz,
  appointment_to timestamptz,
  status text not null check (status in ('new', 'accepted', 'dispatched', 'taken', 'on_site', 'quoting', 'on_hold', 'completed', 'unpaid', 'to_visit', 'closed', 'closed_undone', 'cancelled')),
  held_status text check (held_status in ('accepted', 'dispatched', 'taken', 'on_site', 'quoting')),
  handler_id uuid,
  about_staff_id uuid,
  valid boolean,
  -- The nearest limit that has not been met; null when none runs. Lists sort by it.
  due_at timestamptz,
  accepted_at timestamptz,
  answered_at timestamptz,
  dispatched_at timestamptz,
  taken_at timestamptz,
  arrived_at timestamptz,
  completed_at timestamptz,
  closed_at timestamptz,
  -- How the present cycle's limit of finishing ended, and what it was then: kept here so that a month is counted without reading
  -- the limits. Null while it runs, where there was none, and where the request ended another way before it ran out.
  finish_outcome text check (finish_outcome in ('on_time', 'late', 'overrun')),
  finish_due_at timestamptz,
  answer_seconds double precision generated always as (date_part('epoch', answered_at - received_at)) stored,
  finish_seconds double precision generated always as (date_part('epoch', completed_at - received_at)) stored,
  hold_minutes integer not null default 0,
  chargeable boolean not null default false,
  amount_fen bigint not null default 0 check (amount_fen >= 0),
  paid_at timestamptz,
  paid_by text check (paid_by in ('cash', 'wechat', 'alipay', 'card', 'transfer', 'other')),
  receipt_no text,
  result text,
  close_reason text,
  return_count integer not null default 0,
  rework_count integer not null default 0,
  reopen_count integer not null default 0,
  nudge_count integer not null default 0,
  -- How many dispatch sheets are out for it; while there are any, it moves with them.
  sheets integer not null default 0,
  -- Grows with each reopening: clocks and visits belong to one cycle.
  cycle integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (company_id, id),
  unique (company_id, no),
  foreign key (company_id, estate_id) references estate (company_id, id),
  foreign key (company_id, area_id) references area (company_id, id),
  foreign key (company_id, call_id) references call_log (company_id, id),
  foreign key (company_id, parent_id) references request (company_id, id),
  foreign key (company_id, master_id) references request (company_id, id),
  foreign key (company_id, duplicate_of_id) references request (company_id, id),
  foreign key (company_id, previous_id) references request (company_id, id),
  foreign key (company_id, category_id) references request_category (company_id, id),
  foreign key (company_id, place_id) references place (company_id, id),
  foreign key (company_id, customer_id) references customer (company_id, id),
  foreign key (company_id, handler_id) references staff (company_id, id),
  foreign key (company_id, about_staff_id) references staff (company_id, id),
  check (status <> 'on_hold' or held_status is not null),
  check (appointment_from is null or appointment_to is null or appointment_from <= appointment_to),
  check (anonymous or source <> 'desk' or contact_name is not null or contact_phone is not null or customer_id is not null)
);
create index request_newest on request (company_id, received_at desc, id desc);
create index request_of_estate on request (company_id, estate_id, received_at desc, id desc);
create index request_open on request (company_id, received_at desc, id desc) where status not in ('closed', 'closed_undone', 'cancelled');
create index request_open_due on request (company_id, due_at, id) where status not in ('closed', 'closed_undone', 'cancelled');
create index request_open_of_handler on request (company_id, handler_id, due_at) where status not in ('closed', 'closed_undone', 'cancelled');
create index request_owing on request (company_id, received_at desc, id desc)
  where status in ('unpaid', 'closed_undone', 'cancelled') and chargeable and paid_by is null;
-- Whoever reads only the own work: what was given to that person, and what that person took.
create index request_of_handler on request (company_id, handler_id, received_at desc, id desc) where handler_id is not null;
create index request_of_taker on request (company_id, received_by_id, received_at desc, id desc) where received_by_id is not null;
create index request_of_place on request (company_id, place_id, received_at desc);
create index request_of_customer on request (company_id, customer_id, received_at desc);
create index request_of_phone on request (company_id, contact_phone, received_at desc) where contact_phone is not null;
create index request_of_call on request (company_id, call_id) where call_id is not null;
-- What is taken over from elsewhere comes once; the several matters of one call share the number that the caller's side gave.
create unique index request_taken_over on request (company_id, source, source_ref) where call_id is null;
create index request_of_source_ref on request (company_id, source, source_ref) where source_ref is not null;
create index request_of_master on request (company_id, master_id) where master_id is not null;
create index request_of_parent on request (company_id, parent_id) where parent_id is not null;
call company_wall('request');

-- The words by which a request is found, apart from the request: a verb writes a new version of the request's row, and with
-- the words in it each version would bring its seventy words into the index again (0.65 ms and 25 kB of log, against 0.04 ms).
create table request_words (
  company_id uuid not null default current_company(),
  request_id uuid not null,
  received_at timestamptz not null,
  words tsvector not null,
  primary key (company_id, request_id),
  foreign key (company_id, request_id) references request (company_id, id)
);
create index request_words_newest on request_words (company_id, received_at desc, request_id desc);

-- Time in spans of 1, 8, 64 and 512 days, each made of eight of the next smaller ones. A span of a company is one number, so that
-- words within it are found in one index without going through all that the company ever wrote.
create function words_day(at timestamptz) returns integer
  immutable parallel safe language sql
  return (at at time zone 'UTC')::date - date '1970-01-01';
create function words_span(company uuid, size integer, nth integer) returns bigint
  immutable parallel safe language sql
  return uuid_hash_extended(company, nth::bigint * 8 + size);
create function words_spans(company uuid, at timestamptz) returns bigint[]
  immutable parallel safe language sql
  return array[
    words_span(company, 0, words_day(at)),
    words_span(company, 1, words_day(at) >> 3),
    words_span(company, 2, words_day(at) >> 6),
    words_span(company, 3, words_day(at) >> 9)];

-- New words wait in a list that is put into the index by `settle_words`, many at once: an intake writes 3 kB of log instead of 25.
create index request_words_found on request_words using gin (words_spans(company_id, received_at), words)
  with (fastupdate = on, gin_pending_list_limit = 16384);
call company_wall('request_words');

-- Only the owner of an index may do this; the worker calls it every few seconds. Nothing waiting costs nothing.
create function settle_words() returns bigint
  language sql volatile security definer set search_path = public as $$ select gin_clean_pending_list('request_words_found') $$;

-- Written once for the three steps; the planner writes it into each.
create function request_passes(
  r request, everywhere boolean, estates uuid[], areas uuid[], owners uuid[], reader uuid,
  only_open boolean, one_estate uuid, statuses text[], kinds text[]) returns boolean
  immutable parallel safe language sql
  return (everywhere or r.estate_id = any (estates) or r.area_id = any (areas) or r.handler_id = any (owners)
      or r.received_by_id = any (owners))
    and r.about_staff_id is distinct from reader
    and (not only_open or r.status not in ('closed', 'closed_undone', 'cancelled'))
    and (one_estate is null or r.estate_id = one_estate)
    and (statuses is null or r.status = any (statuses))
    and (kinds is null or r.kind = any (kinds));

-- Finds requests by words, newest first. Behind the wall an index over words is out of reach (its operator is not leakproof), so
-- this runs as zhishou_door and names the company itself. No single plan serves all words, so it goes by steps: the newest 200
-- (ends here for a common word); then, when only open ones are looked for, each open one; otherwise the index, span by span from the
-- newest: a span with few hits is done at once, one with many by its eight parts, one with none costs a millisecond, be it a year.
create function request_search(
  q tsquery, everywhere boolean, estates uuid[], areas uuid[], owners uuid[], reader uuid,
  only_open boolean, one_estate uuid, statuses text[], kinds text[], before_at timestamptz, before_id uuid, most integer)
  returns table (id uuid, received_at timestamptz)
  language plpgsql volatile security definer rows 20 cost 5000
  set search_path = public
  -- The index over words must be taken in the steps that are made for it, whatever the first guess at a word's frequency.
  set enable_seqscan = off
  set plan_cache_mode = force_generic_plan
as $$
#variable_conflict use_column
declare
  here constant uuid := current_company();
  walk constant integer := 200;
  few constant integer := 200;
  edge_at timestamptz := coalesce(before_at, 'infinity');
  edge_id uuid := coalesce(before_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff');
  oldest_day integer;
  remaining integer := most;
  size integer := 3;
  nth integer;
  hits integer;
begin
  for id, received_at in
    select r.id, r.received_at
    from (
      select w.company_id, w.request_id, w.received_at, w.words from request_words w
      where w.company_id = here and (w.received_at, w.request_id) < (edge_at, edge_id)
      order by w.received_at desc, w.request_id desc limit walk
    ) w
    join request r on r.company_id = w.company_id and r.id = w.request_id
    where w.words @@ q
      and request_passes(r, everywhere, estates, areas, owners, reader, only_open, one_estate, statuses, kinds)
    order by w.received_at desc, w.request_id desc limit remaining
  loop
    return next;
    remaining := remaining - 1;
  end loop;
  if remaining <= 0 then return; end if;

  select w.received_at, w.request_id into edge_at, edge_id from request_words w
  where w.company_id = here and (w.received_at, w.request_id) < (edge_at, edge_id)
  order by w.received_at desc, w.request_id desc offset walk - 1 limit 1;
  if not found then return; end if;

  if only_open then
    return query
      select r.id, r.received_at
      from request r join request_words w on w.company_id = r.company_id and w.request_id = r.id
      where r.company_id = here and r.status not in ('closed', 'closed_undone', 'cancelled')
        and (r.received_at, r.id) < (edge_at, edge_id) and w.words @@ q
        and request_passes(r, everywhere, estates, areas, owners, reader, only_open, one_estate, statuses, kinds)
      order by r.received_at desc, r.id desc limit remaining;
    return;
  end if;

  select words_day(w.received_at) into oldest_day from request_words w
  where w.company_id = here order by w.received_at, w.request_id limit 1;
  nth := words_day(edge_at) >> 3 * size;
  while nth >= oldest_day >> 3 * size loop
    for id, received_at, hits in
      with hit as materialized (
        select w.company_id, w.request_id, w.received_at from request_words w
        where words_spans(w.company_id, w.received_at) @> array[words_span(here, size, nth)] and w.words @@ q
        -- As many as are asked for need not be all, nor the newest.
        limit case when size > 0 then few end
      )
      select p.id, p.received_at, c.hits
      from (select count(*)::integer as hits from hit) c
      left join lateral (
        select r.id, r.received_at
        from hit w join request r on r.company_id = w.company_id and r.id = w.request_id
        -- The number of a span is drawn by lot, so another company's may be the same, once in a very long while.
        where (size = 0 or c.hits < few) and w.company_id = here and words_day(w.received_at) >> 3 * size = nth
          and (w.received_at, w.request_id) < (edge_at, edge_id)
          and request_passes(r, everywhere, estates, areas, owners, reader, only_open, one_estate, statuses, kinds)
        order by w.received_at desc, w.request_id desc limit remaining
      ) p on true
    loop
      exit when id is null;
      return next;
      remaining := remaining - 1;
    end loop;
    if remaining <= 0 then return; end if;

    if size > 0 and hits = few then
      size := size - 1;
      nth := least(nth * 8 + 7, words_day(edge_at) >> 3 * size);
    else
      while size < 3 and nth % 8 = 0 loop
        size := size + 1;
        nth := nth >> 3;
      end loop;
      nth := nth - 1;
    end if;
  end loop;
end $$;
alter function request_search owner to zhishou_door;

-- One running limit of a request: answer, arrive, feedback, finish. A new cycle starts new clocks.
create table request_clock (
  company_id uuid not null default current_company(),
  request_id uuid not null,
  kind text not null check (kind in ('answer', 'arrive', 'feedback', 'finish')),
  cycle integer not null,
  clock text not null check (clock in ('elapsed', 'service')),
  started_at timestamptz not null,
  limit_minutes integer not null,
  -- The date first promised stays; the present one moves with pauses and agreed changes.
  first_due_at timestamptz not null,
  due_at timestamptz not null,
  met_at timestamptz,
  stopped_at timestamptz,
  -- When the ladder is looked at next; null while paused, met or at the top.
  next_step_at timestamptz,
  steps_done integer not null default 0,
  primary key (company_id, request_id, cycle, kind),
  foreign key (company_id, request_id) references request (company_id, id)
);
create index request_clock_next on request_clock (company_id, next_step_at) where next_step_at is not null;
call company_wall('request_clock');

create table request_pause (
  company_id uuid not null default current_company(),
  id uuid not null,
  request_id uuid not null,
  reason_id uuid not null,
  stops_clock boolean not null,
  note text,
  from_at timestamptz not null,
  resume_at timestamptz,
  to_at timestamptz,
  by_id uuid,
  primary key (company_id, id),
  foreign key (company_id, request_id) references request (company_id, id),
  foreign key (company_id, reason_id) references hold_reason (company_id, id)
);
create index request_pause_of_request on request_pause (company_id, request_id, from_at);
call company_wall('request_pause');

-- What was said back to the customer.
create table request_answer (
  company_id uuid not null default current_company(),
  id uuid not null,
  request_id uuid not null,
  cycle integer not null,
  way text not null check (way in ('phone', 'in_person', 'wechat', 'sms', 'letter', 'notice')),
  body text not null,
  at timestamptz not null,
  by_id uuid,
  by_name text not null,
  primary key (company_id, id),
  foreign key (company_id, request_id) references request (company_id, id)
);
create index request_answer_of_request on request_answer (company_id, request_id, at);
call company_wall('request_answer');

create view request_card with (security_invoker = true) as
  select r.company_id, r.id, r.no, r.kind, r.subject, r.body, r.status, r.urgency, r.estate_id, r.area_id, r.place_id, r.place_text, r.customer_id,
    r.contact_name, r.contact_phone, r.anonymous, r.handler_id, r.received_by_id, r.about_staff_id, r.received_at, r.completed_at, r.cycle,
    r.chargeable, r.amount_fen, r.result, r.category_id, c.code as category_code
  from request r left join request_category c on c.company_id = r.company_id and c.id = r.category_id;
grant select on request_card to zhishou_app;
