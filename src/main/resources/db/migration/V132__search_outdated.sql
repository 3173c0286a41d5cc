-- What was changed since it was read last (version 0) is looked for before each search.
create index search_entry_version on search_entry (version);
