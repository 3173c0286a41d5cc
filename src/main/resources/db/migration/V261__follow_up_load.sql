-- how many are open, and how many of those overdue, is counted by team from the index alone
create index follow_up_load on follow_up (state, team_id, opened_at, postmortem_id);
