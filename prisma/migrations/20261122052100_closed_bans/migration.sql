-- A case's status is its record: a temporary ban whose case was closed or voided before its end is lifted at its end too.
-- The worker looks for those that are due every few seconds; there are few.

CREATE INDEX cases_closed_early_idx ON cases (guild_id, case_expires_at)
	WHERE case_type = 'TEMPBAN' AND NOT case_status AND NOT is_deleted
		AND coalesce(resolved_at, voided_at, updated_at) < case_expires_at;
