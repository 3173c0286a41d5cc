-- what figures count of a postmortem besides its own course, so that they read one row of each
alter table postmortem_fact add column reviews varchar(4000) default '' not null;
alter table postmortem_fact add column missed varchar(4000) default '' not null;
alter table postmortem_fact add column reason_at timestamp with time zone;
alter table postmortem_fact add column declined_at timestamp with time zone;
alter table postmortem_fact add column answers varchar(100000) default '' not null;
-- another number after each change: the sum over a month tells whether any of its rows changed
alter table postmortem_fact add column stamp bigint default 0 not null;
create index postmortem_fact_stamps on postmortem_fact (clock_start, stamp);
-- follow-ups counted by when they were declined
create index follow_up_by_decline on follow_up (state, state_at, postmortem_id);
create index postmortem_fact_by_team on postmortem_fact (team, imported_at, postmortem_id);
create index postmortem_fact_by_import on postmortem_fact (imported_at, postmortem_id);
