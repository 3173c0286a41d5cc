-- that this database holds made-up postmortems, since when, and how far back they go; at most one row
create table demo_history (
    id integer primary key,
    months integer not null,
    made_at timestamp with time zone not null,
    -- null while those that are still open are being made
    open_made_at timestamp with time zone
);
