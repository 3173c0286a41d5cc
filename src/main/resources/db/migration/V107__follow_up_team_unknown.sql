-- those of old documents that were read in may name no team that we know
alter table follow_up alter column team_id drop not null;
