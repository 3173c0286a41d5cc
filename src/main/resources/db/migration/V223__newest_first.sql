-- lists that begin with the newest read only what they show
create index postmortem_fact_newest on postmortem_fact (opened_at desc, postmortem_id desc);
