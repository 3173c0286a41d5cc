-- One row, locked while a starting node brings the engine's persons and groups in line with the organisation file.
create table identity_sync (
    id integer not null primary key
);

insert into identity_sync (id) values (1);
