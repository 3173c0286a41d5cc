-- when the people of a postmortem were last nudged by hand, and by whom
create table nudge (
    postmortem_id uuid primary key references postmortem (id),
    at timestamp with time zone not null,
    person_id varchar(100) not null
);
