-- roles that an OpenID provider's groups give besides the organisation file, as of each person's last sign-in
create table role_grant (
    person_id varchar(100) not null,
    role varchar(40) not null,
    primary key (person_id, role)
);
