-- a message that ends the process again and again is told from one that a server sends back
alter table outbox_message add column unanswered integer default 0 not null;
