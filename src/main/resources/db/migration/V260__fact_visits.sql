-- each time the postmortem came to a step, so that the picture of the process reads one row of each; a review is such a time too
alter table postmortem_fact drop column reviews;
alter table postmortem_fact add column visits varchar(100000) default '' not null;
-- when its open follow-ups are due
alter table postmortem_fact add column follow_ups_due varchar(20000) default '' not null;
-- who must read it, and who of them has said so
alter table postmortem_fact add column must_read integer default 0 not null;
alter table postmortem_fact add column has_read integer default 0 not null;
create index postmortem_fact_open on postmortem_fact (closed_at, stamp, postmortem_id);
