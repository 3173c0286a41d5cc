-- Found by words. Our own index: it changes in the transaction that changes the text, is the same for all nodes at once, and
-- needs nothing that only one of the databases has.
create table search_entry (
    postmortem_id uuid primary key references postmortem (id),
    -- the way in which it was read into words; what was read in an older way is read again
    version integer not null
);
insert into search_entry (postmortem_id, version) select id, 0 from postmortem;

create table search_text (
    postmortem_id uuid not null references search_entry (postmortem_id),
    position integer not null,
    heading varchar(100) not null,
    text varchar(50000) not null,
    primary key (postmortem_id, position)
);

-- no primary key: the first index holds whole rows, so that a search reads it alone
create table search_word (
    word varchar(40) not null,
    postmortem_id uuid not null,
    weight integer not null,
    factor boolean not null
);
create index search_word_found on search_word (word, postmortem_id, weight, factor);
create index search_word_of_postmortem on search_word (postmortem_id);
