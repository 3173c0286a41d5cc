-- taken over from elsewhere, closed before it came here
alter table postmortem add column imported_at timestamp with time zone;

create table postmortem_import (
    postmortem_id uuid primary key references postmortem (id),
    content_hash varchar(64) not null,
    -- the same file again is a mistake, unless it is wanted: then it is the next copy
    copy integer not null,
    imported_by varchar(100) not null,
    imported_at timestamp with time zone not null,
    file_name varchar(300) not null,
    report text not null,
    original text not null,
    constraint postmortem_import_once unique (content_hash, copy)
);

-- what became of files that were sent together
create table import_batch (
    id uuid primary key,
    person_id varchar(100) not null,
    at timestamp with time zone not null,
    outcomes text not null
);
