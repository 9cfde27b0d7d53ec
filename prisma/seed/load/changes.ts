import type { Client } from "pg";
import type { Row } from "../population/rows";
import { copyRows } from "./copy";

/** Appends dashboard changes of the past, chained by the database's own digest. Rows come in order of time. */
export async function appendChanges(client: Client, rows: readonly Row[]): Promise<void> {
	await client.query(`CREATE TEMPORARY TABLE demo_changes (
		ord integer GENERATED ALWAYS AS IDENTITY, guild_id bigint, at timestamptz, actor_id bigint, actor_name text,
		table_name text, operation text, row_key text, before jsonb, after jsonb, request_id text) ON COMMIT DROP`);
	await copyRows(client, "demo_changes", rows);
	await client.query(`DO $$
	DECLARE
		r record;
		change dashboard_changes;
	BEGIN
		FOR r IN SELECT * FROM demo_changes ORDER BY ord LOOP
			INSERT INTO dashboard_change_heads (guild_id) VALUES (r.guild_id) ON CONFLICT (guild_id) DO NOTHING;
			SELECT h.seq + 1, h.hash INTO change.seq, change.prev_hash
			FROM dashboard_change_heads h WHERE h.guild_id = r.guild_id;
			change.guild_id := r.guild_id;
			change.at := r.at;
			change.actor_id := r.actor_id;
			change.actor_name := r.actor_name;
			change.table_name := r.table_name;
			change.operation := r.operation;
			change.row_key := r.row_key;
			change.before := r.before;
			change.after := r.after;
			change.request_id := r.request_id;
			change.hash := app.change_digest(change);
			INSERT INTO dashboard_changes SELECT (change).*;
			UPDATE dashboard_change_heads SET seq = change.seq, hash = change.hash WHERE guild_id = r.guild_id;
		END LOOP;
		DROP TABLE demo_changes;
	END $$`);
}
