-- whom somebody told of a step by hand; the same role hears of the same task once
create table escalation_by_hand (
    task_id varchar(64) not null,
    role varchar(40) not null,
    postmortem_id uuid not null references postmortem (id),
    told varchar(1000) not null,
    at timestamp with time zone not null,
    person_id varchar(100) not null,
    primary key (task_id, role)
);
create index escalation_by_hand_of on escalation_by_hand (postmortem_id);
