-- lists that begin with what is due first read only what they show
create index postmortem_fact_by_due on postmortem_fact (urgency, postmortem_id);
create index follow_up_in_order on follow_up (state, opened_at, id, postmortem_id);
create index follow_up_of_assignee on follow_up (assignee, state, opened_at, id);
drop index follow_up_by_state;
-- what waits for somebody, without what waits for others
create index postmortem_step_assigned on postmortem_step (state, assignee, postmortem_id);
