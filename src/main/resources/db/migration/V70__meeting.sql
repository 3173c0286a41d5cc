create table meeting (
    postmortem_id uuid primary key references postmortem (id),
    starts_at timestamp with time zone not null,
    minutes integer not null,
    video_link varchar(1000),
    sequence integer not null,
    cancelled boolean not null,
    facilitator varchar(100),
    held_at timestamp with time zone,
    -- the sequence that attendees were last told of; null before the first invite
    told_sequence integer
);
create index meeting_by_start on meeting (starts_at);

create table meeting_attendee (
    postmortem_id uuid not null references meeting (postmortem_id),
    position integer not null,
    person_id varchar(100),
    name varchar(300) not null,
    email varchar(320) not null,
    required boolean not null,
    reason varchar(1000) not null,
    attended boolean,
    primary key (postmortem_id, position)
);
