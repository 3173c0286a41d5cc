create table document_editor (
    postmortem_id uuid not null references postmortem (id),
    section varchar(40) not null,
    person_id varchar(100) not null,
    seen_at timestamp with time zone not null,
    primary key (postmortem_id, section, person_id)
);
