-- who got the operational review of which months, also when there was nothing to say
create table operational_review_sent (
    person_id varchar(100) not null,
    -- for example 2026-06 or 2026-Q2
    period varchar(10) not null,
    at timestamp with time zone not null,
    primary key (person_id, period)
);
