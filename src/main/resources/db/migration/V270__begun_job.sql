-- jobs of the engine that a dead node left behind: how often one was begun since then, and never ended
create table begun_job (
    job_id varchar(64) primary key,
    times integer not null,
    begun_at timestamp with time zone not null
);
