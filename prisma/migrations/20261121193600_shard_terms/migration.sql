-- How often a shard was taken over: whoever runs it compares the number in each commit, so that a process that lost the
-- shard to another one, and has not noticed, writes nothing any more.
ALTER TABLE shards ADD COLUMN term bigint NOT NULL DEFAULT 0;
