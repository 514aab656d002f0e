-- V3 has filled what takes their place.
alter table draft_version drop column content;
alter table draft_version drop column explicit;
alter table draft_version alter column packed set not null;
alter table draft_version rename column packed to content;

alter table post_version drop column content;
alter table post_version drop column explicit;
alter table post_version alter column packed set not null;
alter table post_version rename column packed to content;
