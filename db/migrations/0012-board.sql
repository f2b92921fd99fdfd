-- What the manager's board counts by: when requests came in, were finished, closed and promised, and when customers were asked.
-- Each index holds all that the count asks for, whose view it is included, so that a month is counted without reading the requests.
-- Partial, though every request was received: else checks of foreign keys may walk it in place of the primary key.
create index request_received on request (company_id, received_at)
  include (estate_id, area_id, handler_id, received_by_id, about_staff_id, place_id) where received_at is not null;
-- By kind first: what a kind finished on a day lies together and is counted without sorting it into kinds.
create index request_completed on request (company_id, kind, completed_at)
  include (finish_outcome, answer_seconds, finish_seconds, estate_id, area_id, handler_id, received_by_id, about_staff_id)
  where completed_at is not null;
create index request_closed on request (company_id, closed_at)
  include (estate_id, area_id, handler_id, received_by_id, about_staff_id)
  where status in ('closed', 'closed_undone');
create index request_passed on request (company_id, finish_due_at)
  include (estate_id, area_id, handler_id, received_by_id, about_staff_id)
  where finish_outcome in ('late', 'overrun');
create index request_about on request (company_id, about_staff_id) include (id) where about_staff_id is not null;
-- Limits of finishing that still run; those that ended are counted by what the request says.
create index request_clock_running on request_clock (company_id, due_at) include (request_id, cycle)
  where kind = 'finish' and met_at is null and stopped_at is null;
-- By score and by status first, as above.
create index return_visit_made on return_visit (company_id, score, made_at) include (estate_id, area_id, visitor_id, request_id) where status = 'made';
create index return_visit_came_due on return_visit (company_id, status, came_due_at) include (estate_id, area_id, visitor_id, request_id);
