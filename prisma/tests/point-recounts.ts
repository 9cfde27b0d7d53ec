import type pg from "pg";

/** Days of a zone, both included, cut as a page of analytics cuts them. */
export type Cut = { zone: string; from: string; to: string; by: "hour" | "day" | "week" | "month" };

type Dates = Pick<Cut, "from" | "to">;

const hour = "date_trunc('hour', m.timestamp, 'UTC')";
/** The zone's clock; where it is not whole hours from UTC, at the beginning of the hour of UTC: those are what is kept. */
const localTime = (zone: string) =>
	`${zone === "Australia/Lord_Howe" ? hour : "m.timestamp"} AT TIME ZONE $1`;
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
	readonly guild: string;

	constructor(pool: pg.Pool, guild: string) {
		this.#pool = pool;
		this.guild = guild;
	}

	async rows<T>(text: string, values: unknown[] = []): Promise<T[]> {
		return (await this.#pool.query(text, values)).rows as T[];
	}

	/** Stored messages that are not deleted, as `m`. */
	get messages(): string {
		return `(SELECT * FROM discord_messages WHERE guild_id = ${this.guild} AND deleted_at IS NULL) m`;
	}

	/** @param figure an aggregate over the messages of a point, joined with `more` */
	async perPoint(cut: Cut, figure: string, more = ""): Promise<number[]> {
		return this.#counted(cut, cut.by === "hour" ? hour : `(${localTime(cut.zone)})::date`, figure, more);
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

	/** Messages of the days by weekday (Monday first) and hour of the zone's clock. */
	async hours({ zone, from, to }: Omit<Cut, "by">): Promise<number[][]> {
		const rows = await this.rows<{ day: number; hour: number; n: number }>(
			`SELECT extract(isodow FROM t.at)::int AS day, extract(hour FROM t.at)::int AS hour, count(*)::int AS n
			FROM ${this.messages} CROSS JOIN LATERAL (SELECT ${localTime(zone)} AS at) t
			WHERE t.at::date BETWEEN $2 AND $3 GROUP BY 1, 2`,
			[zone, from, to],
		);
		const cells = Array.from({ length: 7 }, () => Array.from({ length: 24 }, () => 0));
		for (const { day, hour, n } of rows) cells[day - 1]?.splice(hour, 1, n);
		return cells;
	}

	/** Channels by their messages on dates of UTC, the most first. */
	channels({ from, to }: Dates): Promise<{ id: string; messages: number }[]> {
		return this.rows(
			`SELECT m.channel_id::text AS id, count(*)::int AS messages FROM ${this.messages}
			WHERE ${utcDay} BETWEEN $1 AND $2 GROUP BY m.channel_id ORDER BY 2 DESC, m.channel_id`,
			[from, to],
		);
	}

	/** People by their messages on dates of UTC, the most first, and on how many of these they wrote. */
	members({ from, to }: Dates): Promise<{ id: string; messages: number; activeDays: number }[]> {
		return this.rows(
			`SELECT m.author_id::text AS id, count(*)::int AS messages, count(DISTINCT ${utcDay})::int AS "activeDays"
			FROM ${this.messages} JOIN discord_users u ON u.id = m.author_id AND NOT u.bot
			WHERE ${utcDay} BETWEEN $1 AND $2 GROUP BY m.author_id ORDER BY 2 DESC, m.author_id`,
			[from, to],
		);
	}

	/** Who came and went at each point of dates of UTC, and who was there at its end. */
	membership(cut: Cut): Promise<{ joins: number; leaves: number; members: number }[]> {
		const moved = (column: string, when: string) => `(SELECT count(*)::int FROM discord_guild_members g
			WHERE g.guild_id = ${this.guild} AND (g.${column} AT TIME ZONE 'UTC')::date ${when})`;
		return this.rows(
			`SELECT ${moved("joined_at", "BETWEEN p.first AND p.last")} AS joins,
				${moved("left_at", "BETWEEN p.first AND p.last")} AS leaves,
				${moved("joined_at", "<= p.last")} - ${moved("left_at", "<= p.last")} AS members
			FROM (SELECT min(place) AS first, max(place) AS last FROM (${points(cut)}) p GROUP BY point) p
			ORDER BY p.first`,
			[cut.zone, cut.from, cut.to],
		);
	}

	/** Those who joined in each week of UTC, and by `<Monday> <n>` how many of them wrote in their nth seven days. */
	async stayed({
		from,
		to,
	}: Dates): Promise<{ sizes: { week: string; size: number }[]; active: Map<string, number> }> {
		const joined = `(SELECT user_id, (joined_at AT TIME ZONE 'UTC')::date AS day FROM discord_guild_members
			WHERE guild_id = ${this.guild} AND (joined_at AT TIME ZONE 'UTC')::date BETWEEN $1 AND $2) j`;
		const week = "date_trunc('week', j.day)::date::text";
		const rows = await this.rows<{ week: string; n: number; active: number }>(
			`SELECT ${week} AS week, (${utcDay} - j.day) / 7 AS n, count(DISTINCT j.user_id)::int AS active
			FROM ${joined} JOIN ${this.messages} ON m.author_id = j.user_id AND ${utcDay} >= j.day GROUP BY 1, 2`,
			[from, to],
		);
		return {
			sizes: await this.rows(
				`SELECT ${week} AS week, count(*)::int AS size FROM ${joined} GROUP BY 1 ORDER BY 1`,
				[from, to],
			),
			active: new Map(rows.map(({ week, n, active }) => [`${week} ${n}`, active])),
		};
	}

	/** How far those got who joined on dates of UTC that are long past. */
	async funnel({ from, to }: Dates): Promise<unknown> {
		const wrote = (when: string) => `count(*) FILTER (WHERE EXISTS (SELECT FROM ${this.messages}
			WHERE m.author_id = j.user_id AND ${utcDay} - (j.joined_at AT TIME ZONE 'UTC')::date ${when}))::int`;
		const [row] = await this.rows(
			`SELECT count(*)::int AS joined, ${wrote(">= 0")} AS wrote, count(*)::int AS "twoWeeksAgo",
				${wrote("BETWEEN 7 AND 13")} AS "activeInWeekTwo"
			FROM discord_guild_members j
			WHERE j.guild_id = ${this.guild} AND (j.joined_at AT TIME ZONE 'UTC')::date BETWEEN $1 AND $2`,
			[from, to],
		);
		return row;
	}

	/** One figure of all messages that are of the days, by dates of UTC. */
	async inDays({ from, to }: Dates, figure: string, condition = "true"): Promise<number> {
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
