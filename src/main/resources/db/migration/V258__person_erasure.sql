-- Who was made nameless: when and by whom, never who it was.
create table person_erasure (
    number integer primary key,
    at timestamp with time zone not null,
    erased_by varchar(100) not null,
    changed_values bigint not null
);

-- One at a time.
create table person_erasure_lock (
    id integer primary key
);
insert into person_erasure_lock (id) values (1);
