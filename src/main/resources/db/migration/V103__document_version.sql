create table document_version (
    postmortem_id uuid not null references postmortem (id),
    section varchar(40) not null,
    number integer not null,
    text varchar(50000) not null,
    author varchar(100) not null,
    at timestamp with time zone not null,
    correction boolean not null,
    primary key (postmortem_id, section, number)
);
insert into document_version (postmortem_id, section, number, text, author, at, correction)
select postmortem_id, name, 1, text, updated_by, updated_at, false from document_section;

-- the table of sections keeps the text that counts now, with its version's number
alter table document_section add column number integer default 1 not null;
alter table document_section add column correction boolean default false not null;
