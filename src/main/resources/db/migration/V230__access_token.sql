-- personal access tokens: who may call the REST interface as whom, and for what; ended ones stay as the record of who could
create table access_token (
    id uuid primary key,
    token_hash varchar(64) not null unique,
    person_id varchar(100) not null,
    name varchar(100) not null,
    scopes varchar(200) not null,
    made_at timestamp with time zone not null,
    expires_at timestamp with time zone not null,
    -- to the minute or so
    last_used_at timestamp with time zone,
    revoked_at timestamp with time zone,
    revoked_by varchar(100)
);
create index access_token_of_person on access_token (person_id, made_at);
