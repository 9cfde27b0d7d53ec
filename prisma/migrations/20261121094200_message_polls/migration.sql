-- A poll is part of its message: question, answers, when it ends and, once it has, how it went.
ALTER TABLE discord_messages ADD COLUMN poll jsonb;
COMMENT ON COLUMN discord_messages.poll IS 'as Discord''s API writes it; votes are counted in results once they are known';
