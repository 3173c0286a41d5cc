alter table outbox_message alter column state set data type varchar(20);
-- when the day of trying began: an operator's retry, and hours in which nobody tried, begin it anew
alter table outbox_message add column first_attempt_at timestamp with time zone;
-- mails of one lane leave in the order of their positions: a calendar must not get an old invite after a newer one
alter table outbox_message add column lane varchar(400);
update outbox_message set lane = cast(postmortem_id as varchar(36)) || '/' || lower(recipient_email)
    where calendar_method is not null;
create index outbox_message_of_lane on outbox_message (lane, position);

create table outbox_note (
    id uuid primary key,
    message_id uuid not null references outbox_message (id),
    at timestamp with time zone not null,
    person varchar(100) not null,
    what varchar(20) not null,
    reason varchar(1000) not null
);
create index outbox_note_of_message on outbox_note (message_id, at);

-- one row for all nodes; paused_since is null while mail is sent
create table outbox_relay (
    id integer primary key,
    paused_since timestamp with time zone,
    paused_until timestamp with time zone,
    reason varchar(1000),
    person varchar(100)
);
insert into outbox_relay (id) values (1);
