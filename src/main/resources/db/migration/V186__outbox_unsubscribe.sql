-- our address that ends mails like this one (RFC 8058); null for mails that are part of the work
alter table outbox_message add column unsubscribe varchar(500);
