create table follow_up (
    id uuid primary key,
    postmortem_id uuid not null references postmortem (id),
    position integer not null,
    title varchar(500) not null,
    kind varchar(20) not null,
    team_id varchar(100) not null,
    priority varchar(4) not null,
    assignee varchar(100),
    discuss boolean not null,
    context varchar(4000) not null,
    opened_at timestamp with time zone not null,
    opened_by varchar(100) not null,
    decision varchar(20),
    decision_reason varchar(4000)
);
create index follow_up_of_postmortem on follow_up (postmortem_id, position);

create table follow_up_waiver (
    postmortem_id uuid primary key references postmortem (id),
    reason varchar(4000) not null
);
