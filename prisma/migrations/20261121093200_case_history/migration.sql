-- How a case came to be as it is stands in case_events, which whoever may read the case may read. The change log has one
-- door less: it begins at level 5, whatever the table.
DROP POLICY web_select_case_history ON dashboard_changes;
