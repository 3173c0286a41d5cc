-- figures look at the months of their range, and at what is rare in them
create index follow_up_by_opening on follow_up (opened_at, postmortem_id);
create index follow_up_by_end on follow_up (state, done_at, postmortem_id);
create index deadline_by_breach on deadline (breached_at, postmortem_id, kind);
create index postmortem_step_by_step on postmortem_step (step, state, postmortem_id);
create index outbox_message_by_template on outbox_message (template, postmortem_id, occasion);
