import type pg from "pg";

/** Days of a zone, both included, cut as a page of analytics cuts them. */
export type Cut = { zone: string; from: string; to: string; by: "hour" | "day" | "week" | "month" };

/** An hour belongs to the day of the zone on which it begins: zones need not be whole hours apart. */
const localHour = "date_trunc('hour', m.timestamp, 'UTC')";
const localDay = `(${localHour} AT TIME ZONE $1)::date`;
const utcDay = "(m.timestamp AT TIME ZONE 'UTC')::date";

/** The points of days, weeks or months, each with its dates; of hours, each with its hour. $1 zone, $2 from, $3 to. */
const points = ({ by }: Cut) =>
	by === "hour"
		? `SELECT h AS place, dense_rank() OVER (ORDER BY h) AS point
			FROM generate_series($2::date::timestamp AT TIME ZONE $1, ($3::date + 1)::timestamp AT TIME ZONE $1, interval '30 minutes') h
			WHERE h = date_trunc('hour', h, 'UTC') AND h < ($3::date + 1)::timestamp AT TIME ZONE $1`
		: `SELECT d::date AS place, dense_rank() OVER (ORDER BY date_trunc('${by}', d)) AS point, $1::text AS zone
			FROM generate_series($2::date::timestamp, $3::date::timestamp, interval '1 day') d`;

/** Counts stored rows for each point of a cut, without any rollup. */
export class PointRecounts {
	readonly #pool: pg.Pool;
	readonly #guild: string;

	constructor(pool: pg.Pool, guild: string) {
		this.#pool = pool;
		this.#guild = guild;
	}

	async rows<T>(text: string, values: unknown[] = []): Promise<T[]> {
		return (await this.#pool.query(text, values)).rows as T[];
	}

	/** Stored messages that are not deleted, as `m`. */
	get messages(): string {
		return `(SELECT * FROM discord_messages WHERE guild_id = ${this.#guild} AND deleted_at IS NULL) m`;
	}

	/** @param figure an aggregate over the messages of a point, joined with `more` */
	async perPoint(cut: Cut, figure: string, more = ""): Promise<number[]> {
		return this.#counted(cut, cut.by === "hour" ? localHour : localDay, figure, more);
	}

	/** The same where points are dates of UTC. */
	async perUtcPoint(cut: Cut, figure: string): Promise<number[]> {
		return this.#counted(cut, utcDay, figure, "");
	}

	async #counted(cut: Cut, place: string, figure: string, more: string): Promise<number[]> {
		const found = await this.rows<{ n: number }>(
			`WITH point AS (${points(cut)}), counted AS (
				SELECT p.point, ${figure} AS n FROM point p JOIN ${this.messages} ON ${place} = p.place ${more} GROUP BY 1)
			SELECT coalesce(c.n, 0)::int AS n FROM (SELECT DISTINCT point FROM point) p LEFT JOIN counted c USING (point)
			ORDER BY p.point`,
			[cut.zone, cut.from, cut.to],
		);
		return found.map(({ n }) => n);
	}

	/** One figure of all messages that are of the days, by dates of UTC. */
	async inDays({ from, to }: Pick<Cut, "from" | "to">, figure: string, condition = "true"): Promise<number> {
		const found = await this.rows<{ n: number }>(
			`SELECT (${figure})::int AS n FROM ${this.messages} WHERE ${utcDay} BETWEEN $1 AND $2 AND ${condition}`,
			[from, to],
		);
		return found[0]?.n ?? 0;
	}
}

/** Reactions to a message, each emoji's number where one is kept, else the people who are known. */
export const reactionsOfMessage = `CROSS JOIN LATERAL (
	SELECT coalesce((SELECT sum(c.count) FROM discord_message_reaction_counts c WHERE c.message_id = m.id), 0)
		+ (SELECT count(*) FROM discord_message_reactions r WHERE r.message_id = m.id AND NOT EXISTS (
			SELECT FROM discord_message_reaction_counts c WHERE c.message_id = m.id AND c.emoji_key = r.emoji_key)) AS given) e`;
