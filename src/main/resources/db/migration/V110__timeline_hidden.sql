alter table timeline_item add column hidden boolean default false not null;
