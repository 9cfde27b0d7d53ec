/** Composable SQL with bound parameters: `sql` builds a query, `join`, `empty` and `raw` build its fragments. */
export { empty, join, raw, Sql, sqltag as sql } from "@prisma/client/runtime/client";
