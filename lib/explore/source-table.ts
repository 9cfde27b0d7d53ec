import type { Sql } from "@/lib/db/sql";
import type { Dimension, Filter, Measure } from "./schema";

/** How a row says when it happened. */
type When =
	| { kind: "instant"; column: Sql }
	| { kind: "day"; column: Sql }
	/** Given by the id, which also selects the months to read. */
	| { kind: "id"; column: Sql }
	/** An instant that is at most a day from the id's. */
	| { kind: "nearId"; column: Sql; id: Sql };

/** A source in SQL. Everything here is written down; what somebody sent only ever becomes a bound parameter. */
export type SourceTable = {
	table: Sql;
	guild: Sql;
	when: When;
	/** Which of its rows count at all. */
	counted?: Sql;
	/** What groups are made of. */
	keys: Partial<Record<Dimension, Sql>>;
	filters: Partial<Record<Filter, (value: string) => Sql>>;
	/** Aggregates, as double precision; null where they say nothing. */
	values: Partial<Record<Measure, Sql>>;
};
