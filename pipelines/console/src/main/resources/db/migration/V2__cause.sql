-- Why a release ended, in parts; null for releases that ended before this was noted.
alter table release add column cause text;
