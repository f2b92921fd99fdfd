-- What the manager's board counts by: when requests came in, were finished, closed and promised, and when customers were asked.
-- Each index holds all that the count asks for, whose view it is included, so that a month is counted without reading the requests.
-- Partial, though every request was received: else checks of foreign keys may walk it in place of the primary key.
create index request_received on request (company_id, received_at)
  include (estate_id, area_id, handler_id, received_by_id, about_staff_id, place_id) where received_at is not null;
create index request_completed on request (company_id, completed_at)
  include (id, cycle, kind, estate_id, area_id, handler_id, received_by_id, about_staff_id, received_at, answered_at)
  where completed_at is not null;
create index request_closed on request (company_id, closed_at)
  include (status, estate_id, area_id, handler_id, received_by_id, about_staff_id)
  where closed_at is not null;
create index request_clock_finish on request_clock (company_id, due_at) include (request_id, cycle, met_at, stopped_at) where kind = 'finish';
create index request_clock_outcome on request_clock (company_id, request_id, cycle) include (due_at, met_at) where kind = 'finish';
create index return_visit_made on return_visit (company_id, made_at) where made_at is not null;
