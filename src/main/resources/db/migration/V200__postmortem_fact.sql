-- What lists and figures show, one row for each postmortem, written in the transaction that changes the record and computed from
-- nothing else: it can be thrown away and computed again.
create table postmortem_fact (
    postmortem_id uuid primary key references postmortem (id),
    -- the way in which it was computed; what was computed in another way is computed again
    version varchar(40) not null,
    title varchar(500) not null,
    status varchar(20) not null,
    severity varchar(10),
    -- of the first affected service that the organisation knows; empty without one
    team varchar(100) not null,
    -- ids, or names of services that the organisation does not know, a line each
    services varchar(20000) not null,
    owner varchar(100),
    commander varchar(100),
    is_private boolean not null,
    imported_at timestamp with time zone,
    started_at timestamp with time zone,
    detected_at timestamp with time zone,
    detection varchar(20) not null,
    mitigated_at timestamp with time zone,
    resolved_at timestamp with time zone,
    clock_start timestamp with time zone not null,
    opened_at timestamp with time zone not null,
    owner_at timestamp with time zone,
    written_at timestamp with time zone,
    reviewed_at timestamp with time zone,
    closed_at timestamp with time zone,
    end_reason varchar(4000),
    sent_back integer not null,
    meeting_starts_at timestamp with time zone,
    meeting_held_at timestamp with time zone,
    -- null while there is none: without a severity, or taken over from elsewhere
    meeting_due timestamp with time zone,
    meeting_late_reason varchar(1000),
    meeting_excuse varchar(1000),
    -- of what is still to be done: what is late first
    next_kind varchar(30),
    next_due timestamp with time zone,
    next_late_from timestamp with time zone,
    next_because varchar(1000),
    -- the same, and the end of time where nothing is to be done: lists are ordered by it
    urgency timestamp with time zone not null,
    follow_ups_open integer not null,
    follow_ups_done integer not null,
    follow_ups_done_in_time integer not null,
    follow_ups_declined integer not null,
    follow_ups_next_due timestamp with time zone
);
create index postmortem_fact_by_month on postmortem_fact (clock_start, postmortem_id);
create index postmortem_fact_by_urgency on postmortem_fact (status, urgency, postmortem_id);
create index postmortem_fact_by_version on postmortem_fact (version);

create table postmortem_fact_service (
    postmortem_id uuid not null references postmortem_fact (postmortem_id),
    service varchar(200) not null,
    primary key (postmortem_id, service)
);
create index postmortem_fact_by_service on postmortem_fact_service (service, postmortem_id);

-- to be computed after the start
insert into postmortem_fact (postmortem_id, version, title, status, severity, team, services, is_private, detection,
  clock_start, opened_at, sent_back, urgency, follow_ups_open, follow_ups_done, follow_ups_done_in_time, follow_ups_declined)
select id, '', title, status, severity, '', '', true, 'UNKNOWN', clock_start, opened_at, 0,
  timestamp with time zone '9999-12-31 00:00:00+00', 0, 0, 0, 0
from postmortem;
