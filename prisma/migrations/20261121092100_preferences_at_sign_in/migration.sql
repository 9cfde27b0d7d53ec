-- Signing in on another device restores what the person chose, so the auth role reads those three columns.
GRANT SELECT (user_id, theme, language, timezone) ON user_preferences TO guildhall_auth;
CREATE POLICY auth_select ON user_preferences FOR SELECT TO guildhall_auth USING (true);
