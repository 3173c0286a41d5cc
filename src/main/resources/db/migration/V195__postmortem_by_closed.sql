create index postmortem_by_closed on postmortem (status, closed_at);
