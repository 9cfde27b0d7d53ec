-- Who may read notes may write their own: nobody writes in another's name, nor changes or removes what another wrote.
CREATE POLICY web_insert_own ON notes AS RESTRICTIVE FOR INSERT TO guildhall_web
	WITH CHECK (note_moderator_id = (SELECT app.user_id()));
CREATE POLICY web_update_own ON notes AS RESTRICTIVE FOR UPDATE TO guildhall_web
	USING (note_moderator_id = (SELECT app.user_id())) WITH CHECK (note_moderator_id = (SELECT app.user_id()));
