create table wording_dismissal (
    id uuid primary key,
    postmortem_id uuid not null references postmortem (id),
    rule_key varchar(40) not null,
    fingerprint varchar(64) not null,
    sentence varchar(500) not null,
    reason varchar(1000) not null,
    dismissed_by varchar(100) not null,
    dismissed_at timestamp with time zone not null,
    unique (postmortem_id, fingerprint)
);

create table wording_full_outage (
    postmortem_id uuid primary key references postmortem (id),
    marked_by varchar(100) not null,
    marked_at timestamp with time zone not null
);
