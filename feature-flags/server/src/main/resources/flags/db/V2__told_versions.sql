-- The version that was last told again because this instance ran on an older one.
alter table instance add column told_version bigint not null default 0;
