create table external_message (
    postmortem_id uuid primary key references postmortem (id),
    summary varchar(4000) not null,
    what_happened varchar(4000) not null,
    what_we_do varchar(4000) not null,
    approved boolean,
    posted_where varchar(1000),
    posted_at timestamp with time zone
);
