-- what a person chose; without a row the digest's own default counts. The token stands in the links that end it.
create table digest_choice (
    person_id varchar(100) not null,
    digest varchar(20) not null,
    wanted boolean,
    token varchar(64) not null unique,
    changed_at timestamp with time zone not null,
    primary key (person_id, digest)
);

-- one for each person and period, also when there was nothing to say
create table digest_sent (
    person_id varchar(100) not null,
    digest varchar(20) not null,
    period date not null,
    at timestamp with time zone not null,
    primary key (person_id, digest, period)
);
