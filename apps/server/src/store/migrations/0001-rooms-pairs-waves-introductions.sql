-- Ids are ASCII and compared as JavaScript compares them: byte by byte.

create table room (
  id text collate "C" primary key,
  code text collate "C" not null,
  name text not null,
  size integer not null,
  begins bigint not null,
  ends bigint not null,
  closed_at bigint,
  -- When it is over: its end, or earlier when its host closed it.
  over_at bigint not null generated always as (least(ends, closed_at)) stored,
  topics text[] not null,
  spots text[] not null,
  by_nod boolean not null,
  host_key_hash text not null,
  host_name text not null,
  made_up boolean not null
);
create index room_by_code on room (code, over_at desc);
create index room_by_end on room (over_at);

-- A keyed hash of two people, and what the rules remember of them.
create table pair (
  key text collate "C" primary key,
  record jsonb not null,
  keep_until bigint
);
create index pair_due on pair (keep_until) where keep_until is not null;

create table wave (
  id text collate "C" primary key,
  a text collate "C" not null,
  b text collate "C" not null,
  wave jsonb not null,
  check (a < b)
);
create index wave_by_a on wave (a);
create index wave_by_b on wave (b);

-- An introduction is also its conversation: what each of the two can see in it is counted 1, 2, 3 … for each, and how far
-- they have read is in the same count.
create table introduction (
  id text collate "C" primary key,
  a text collate "C" not null,
  b text collate "C" not null,
  day text not null check (day ~ '^\d{4}-\d{2}-\d{2}$'),
  room_name text not null,
  more_a integer not null,
  more_b integer not null,
  met_a text not null check (met_a in ('not-said', 'met', 'not-this-time')),
  met_b text not null check (met_b in ('not-said', 'met', 'not-this-time')),
  meeting_id text,
  last_a integer not null default 0,
  last_b integer not null default 0,
  read_a integer not null default 0,
  read_b integer not null default 0,
  check (a < b)
);
create index introduction_by_two on introduction (a, b);
create index introduction_by_b on introduction (b);

create table message (
  conversation text collate "C" not null references introduction (id) on delete cascade,
  -- Its place in what a and b can see; null for whom it is hidden from.
  seq_a integer,
  seq_b integer,
  sender text collate "C" not null,
  client_id text collate "C" not null,
  text text not null,
  sent_at bigint not null,
  primary key (conversation, sender, client_id),
  unique (conversation, seq_a),
  unique (conversation, seq_b)
);

create table report (
  id text collate "C" primary key,
  room_id text collate "C" not null,
  reporter text collate "C" not null,
  about text collate "C" not null,
  text text not null,
  at bigint not null,
  state text not null check (state in ('open', 'closed'))
);
create index report_by_room on report (room_id);
create index report_by_reporter on report (reporter);
create index report_by_about on report (about);
