-- what a sent mail said is not kept for ever; that it was sent is, or it would be sent again
alter table outbox_message add column content_deleted_at timestamp with time zone;
create index outbox_message_content on outbox_message (content_deleted_at, sent_at);
