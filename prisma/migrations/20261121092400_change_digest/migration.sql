-- Whoever may read a change may recompute its hash: the audit page says of one change whether it is as it was written.
GRANT EXECUTE ON FUNCTION app.change_digest(dashboard_changes) TO guildhall_web;
