-- Why a version is kept: the words of wire.md. Its content is packed by V3.
alter table draft_version add column kept varchar(14) default 'RECENT' not null;
alter table draft_version add column length int default 0 not null;
alter table draft_version add column packed blob;
update draft_version set kept = 'EXPLICIT' where explicit;
create index draft_version_kept on draft_version (kept, saved_at);

alter table post_version add column kept varchar(14) default 'RECENT' not null;
alter table post_version add column length int default 0 not null;
alter table post_version add column packed blob;
update post_version set kept = 'EXPLICIT' where explicit;
create index post_version_kept on post_version (kept, saved_at);

-- When a draft is to be published.
alter table draft add column publish_at timestamp(3) with time zone;
create index draft_publish_at on draft (publish_at);
create index draft_published_as on draft (author, published_as, deleted_at desc, sequence desc);
create index draft_deleted on draft (deleted_at);
create index post_trash on post (author, deleted_at desc, sequence desc);
create index post_deleted on post (deleted_at);

-- What happened to each author's texts, in order.
alter table tally add column entries bigint default 0 not null;
create table journal (
	author bigint not null,
	number bigint not null,
	kind varchar(5) not null,
	sequence bigint not null,
	version bigint not null,
	change varchar(9) not null,
	happened_at timestamp(3) with time zone not null,
	primary key (author, number)
);
create index journal_age on journal (happened_at);
