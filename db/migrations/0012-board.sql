-- What the manager's board counts by: when work was finished, closed, promised, and when customers were asked.
create index request_completed on request (company_id, completed_at) where completed_at is not null;
create index request_closed on request (company_id, closed_at) where closed_at is not null;
create index request_clock_finish on request_clock (company_id, due_at) where kind = 'finish';
create index return_visit_made on return_visit (company_id, made_at) where made_at is not null;
