-- A guild may wait for its comparison when the next session begins: what was missed before the first of them is still
-- missing, though the stream has told newer things since.
ALTER TABLE gateway_catch_ups ADD COLUMN complete_until timestamptz;
UPDATE gateway_catch_ups SET complete_until = wanted_at;
ALTER TABLE gateway_catch_ups ALTER COLUMN complete_until SET NOT NULL;
COMMENT ON COLUMN gateway_catch_ups.complete_until IS 'nothing that was stored before is missing; later things may have gaps';
