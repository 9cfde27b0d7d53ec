-- Of a period's joins, those that are only known from an import, without reading all that are known from Discord.
CREATE INDEX idx_guild_members_inferred ON discord_guild_members (guild_id, joined_at) INCLUDE (is_bot) WHERE joined_inferred;
