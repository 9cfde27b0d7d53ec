-- A year of a server's hours is 8,760 rows, and every one lies on a page of its own, among those of all other servers. With
-- the figures in the key's index a period is read from some dozens of pages. An upsert then writes to the index as well,
-- once for each statement and hour, not for each message.
ALTER TABLE rollup_messages_hourly DROP CONSTRAINT rollup_messages_hourly_pkey,
	ADD PRIMARY KEY (guild_id, hour) INCLUDE (messages, replies);
ALTER TABLE rollup_executions_hourly DROP CONSTRAINT rollup_executions_hourly_pkey,
	ADD PRIMARY KEY (guild_id, hour) INCLUDE (executions, errors);
ALTER TABLE rollup_channel_daily DROP CONSTRAINT rollup_channel_daily_pkey,
	ADD PRIMARY KEY (guild_id, day, channel_id) INCLUDE (messages);
ALTER TABLE rollup_command_daily DROP CONSTRAINT rollup_command_daily_pkey,
	ADD PRIMARY KEY (guild_id, day, command_name) INCLUDE (executions, errors);
ALTER TABLE rollup_membership_daily DROP CONSTRAINT rollup_membership_daily_pkey,
	ADD PRIMARY KEY (guild_id, day) INCLUDE (joins, leaves);
