-- one row for each deadline of a postmortem; of follow-ups, which are done by different people, one row each
create table deadline (
    postmortem_id uuid not null references postmortem (id),
    kind varchar(30) not null,
    -- the follow-up's id; empty for the deadlines that there are once
    subject varchar(40) default '' not null,
    rule varchar(200) not null,
    inputs varchar(2000) not null,
    version varchar(16) not null,
    due timestamp with time zone not null,
    because varchar(1000) not null,
    -- when it will be met as things are planned: the meeting's start
    expected_at timestamp with time zone,
    warned_at timestamp with time zone,
    met_at timestamp with time zone,
    breached_at timestamp with time zone,
    -- it no longer matters: cancelled, waived, declined, called off
    ended_at timestamp with time zone,
    -- why the meeting was set late, in the words of who set it
    late_reason varchar(1000),
    late_reason_by varchar(100),
    late_reason_at timestamp with time zone,
    excused_at timestamp with time zone,
    excused_by varchar(100),
    excuse_reason varchar(1000),
    primary key (postmortem_id, kind, subject)
);
create index deadline_by_due on deadline (met_at, ended_at, due);
