create table document_section (
    postmortem_id uuid not null references postmortem (id),
    name varchar(40) not null,
    text varchar(4000) not null,
    updated_by varchar(100) not null,
    updated_at timestamp with time zone not null,
    primary key (postmortem_id, name)
);

create table timeline_item (
    id uuid primary key,
    postmortem_id uuid not null references postmortem (id),
    at timestamp with time zone not null,
    position integer not null,
    event varchar(4000) not null,
    kind varchar(40) not null,
    source varchar(4000) not null
);
create index timeline_item_in_order on timeline_item (postmortem_id, at, position);
