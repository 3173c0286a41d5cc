-- lists that somebody gave a name; the same person uses a name once
create table saved_view (
    id uuid primary key,
    name varchar(100) not null,
    query varchar(4000) not null,
    made_by varchar(100) not null,
    unique (made_by, name)
);
