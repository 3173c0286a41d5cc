-- what a line of the history is about
alter table postmortem_history add column kind varchar(20) default 'other' not null;
update postmortem_history set kind = 'status' where text like 'Status: %' or text like 'Opened: %' or text like 'Imported from %';
update postmortem_history set kind = 'deadline' where text like 'Deadline%';
update postmortem_history set kind = 'escalation' where text like 'Overdue: %';
update postmortem_history set kind = 'decision' where text like 'Severity: %' or text like 'Owner: %' or text like 'Meeting%'
    or text like 'A postmortem is required%' or text like 'No postmortem is required%' or text like 'External message posted%';
update postmortem_history set kind = 'edit' where text like 'Follow-up%' or text like 'Correct%';

-- when it became known; of older ones it is not
alter table deadline add column set_at timestamp with time zone;
