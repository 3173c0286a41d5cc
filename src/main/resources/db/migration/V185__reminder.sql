-- what a person was reminded of, once for each due time and moment; of a deadline that moved, everything comes again
create table reminder (
    postmortem_id uuid not null references postmortem (id),
    kind varchar(30) not null,
    -- the step's key or the follow-up's id
    what varchar(40) not null,
    due timestamp with time zone not null,
    moment varchar(30) not null,
    person_id varchar(100) not null,
    at timestamp with time zone not null,
    -- false when nothing was sent, because an escalation had just told the same person
    mailed boolean not null,
    primary key (postmortem_id, kind, what, due, moment, person_id)
);
create index reminder_of_person on reminder (person_id, due);

-- whom an escalation told, so that they do not get a reminder of the same on top
create table reminder_escalation (
    id uuid primary key,
    postmortem_id uuid not null references postmortem (id),
    step varchar(40) not null,
    person_id varchar(100) not null,
    at timestamp with time zone not null
);
create index reminder_escalation_of_person on reminder_escalation (person_id, postmortem_id, at);
