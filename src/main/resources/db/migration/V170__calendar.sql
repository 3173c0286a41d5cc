-- secret addresses of calendar feeds
create table calendar_key (
    key_hash varchar(64) primary key,
    -- null for the organisation's own address
    person_id varchar(100),
    made_at timestamp with time zone not null,
    made_by varchar(100) not null
);
create index calendar_key_of on calendar_key (person_id);

-- what a calendar server was told of each meeting
create table calendar_publication (
    postmortem_id uuid primary key references postmortem (id),
    state varchar(10) not null,
    attempts integer not null,
    next_attempt_at timestamp with time zone not null,
    etag varchar(1000),
    href varchar(2000),
    -- null while the server has no entry, or may have one that was never confirmed
    written_sequence integer,
    written_title varchar(500),
    written_hidden boolean,
    last_error varchar(1000)
);
create index calendar_publication_waiting on calendar_publication (state, next_attempt_at);
