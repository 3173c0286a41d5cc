create table timeline_gathering (
    id uuid primary key,
    postmortem_id uuid not null references postmortem (id),
    source varchar(40) not null,
    file_name varchar(200) not null,
    gathered_by varchar(100) not null,
    gathered_at timestamp with time zone not null,
    remarks varchar(4000) not null
);
create index timeline_gathering_of on timeline_gathering (postmortem_id, gathered_at);

create table timeline_candidate (
    id uuid primary key,
    gathering_id uuid not null references timeline_gathering (id) on delete cascade,
    postmortem_id uuid not null references postmortem (id),
    source_key varchar(200) not null,
    at timestamp with time zone not null,
    thread_at timestamp with time zone not null,
    author varchar(200) not null,
    bot boolean not null,
    marked boolean not null,
    channel varchar(200) not null,
    event varchar(200000) not null,
    kind varchar(40) not null,
    source varchar(1000) not null,
    unique (postmortem_id, source_key)
);
create index timeline_candidate_in_order on timeline_candidate (postmortem_id, thread_at, channel, at);
create index timeline_candidate_gathered on timeline_candidate (gathering_id);

create table timeline_writer (
    id uuid primary key,
    gathering_id uuid not null references timeline_gathering (id) on delete cascade,
    reference varchar(320) not null,
    name varchar(200) not null,
    bot boolean not null,
    messages integer not null
);
create index timeline_writer_gathered on timeline_writer (gathering_id);

create table timeline_todo (
    id uuid primary key,
    gathering_id uuid not null references timeline_gathering (id) on delete cascade,
    postmortem_id uuid not null references postmortem (id),
    source_key varchar(220) not null,
    at timestamp with time zone not null,
    author varchar(200) not null,
    text varchar(4000) not null,
    source varchar(1000) not null,
    unique (postmortem_id, source_key)
);
create index timeline_todo_gathered on timeline_todo (gathering_id);

-- outlives the gathering: the same file brought again must not offer twice what is in the timeline
create table timeline_used (
    postmortem_id uuid not null references postmortem (id),
    source_key varchar(220) not null,
    item_id uuid,
    primary key (postmortem_id, source_key)
);
