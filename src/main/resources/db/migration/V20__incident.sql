create table incident (
    id uuid primary key,
    source varchar(50) not null,
    external_key varchar(255) not null,
    title varchar(300) not null,
    severity varchar(10),
    started_at timestamp with time zone,
    detected_at timestamp with time zone,
    resolved_at timestamp with time zone,
    summary varchar(4000) not null,
    url varchar(1000),
    -- a report older than these changes nothing that a later one has told
    told_at timestamp with time zone not null,
    state_at timestamp with time zone not null,
    constraint incident_once unique (source, external_key)
);

create table incident_service (
    incident_id uuid not null references incident (id),
    position integer not null,
    service varchar(200) not null,
    primary key (incident_id, position)
);

create table incident_responder (
    incident_id uuid not null references incident (id),
    position integer not null,
    role varchar(40) not null,
    person_id varchar(100),
    name varchar(200) not null,
    primary key (incident_id, position)
);

create table incident_criterion (
    incident_id uuid not null references incident (id),
    criterion varchar(40) not null,
    primary key (incident_id, criterion)
);

create table incident_note (
    id uuid primary key,
    incident_id uuid not null references incident (id),
    at timestamp with time zone not null,
    author varchar(200) not null,
    text varchar(4000) not null
);
create index incident_note_in_order on incident_note (incident_id, at);

-- what a source has delivered already; it may deliver the same thing again
create table incident_delivery (
    source varchar(50) not null,
    delivery_id varchar(255) not null,
    received_at timestamp with time zone not null,
    primary key (source, delivery_id)
);
