-- one owner at a time: the number of two who begin at once would be the same
create table postmortem_owner (
    postmortem_id uuid not null references postmortem (id),
    number integer not null,
    person_id varchar(100) not null,
    since timestamp with time zone not null,
    until timestamp with time zone,
    designated_by varchar(100) not null,
    primary key (postmortem_id, number)
);
