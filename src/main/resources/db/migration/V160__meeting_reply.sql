-- the sequence at which the present time was set: answers to an older one were about another time
alter table meeting add column time_sequence integer default 0 not null;
alter table meeting add column created_at timestamp with time zone default current_timestamp not null;
alter table meeting add column changed_at timestamp with time zone default current_timestamp not null;
update meeting set time_sequence = sequence;

-- what each attendee answered last; the address in lower case
create table meeting_reply (
    postmortem_id uuid not null references meeting (postmortem_id),
    email varchar(320) not null,
    answer varchar(20) not null,
    sequence integer not null,
    answered_at timestamp with time zone not null,
    received_at timestamp with time zone not null,
    remark varchar(2000) not null,
    proposed_start timestamp with time zone,
    proposed_minutes integer,
    primary key (postmortem_id, email)
);

-- whom somebody took off the list: they are not invited again by themselves
create table meeting_uninvited (
    postmortem_id uuid not null references meeting (postmortem_id),
    email varchar(320) not null,
    name varchar(300) not null,
    reason varchar(1000) not null,
    primary key (postmortem_id, email)
);

-- the messages that were taken in, so that none counts twice
create table meeting_reply_taken (
    message_key varchar(100) primary key,
    taken_at timestamp with time zone not null
);

-- the messages that nobody could make use of, for an operator
create table meeting_reply_kept (
    id uuid primary key,
    received_at timestamp with time zone not null,
    sender varchar(320) not null,
    subject varchar(300) not null,
    reason varchar(500) not null,
    content text not null
);
create index meeting_reply_kept_by_time on meeting_reply_kept (received_at);
