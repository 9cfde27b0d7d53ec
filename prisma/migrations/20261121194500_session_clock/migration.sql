-- How far the worker's clock had come: rows are ordered by when their content was heard, so a process whose own clock is
-- behind goes on from there.
ALTER TABLE gateway_sessions ADD COLUMN clock timestamptz;
UPDATE gateway_sessions SET clock = updated_at;
