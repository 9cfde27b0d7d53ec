import type { Topic } from "@/lib/live/topics";

/** Somebody on the page who wants to know. */
export type Wish = { topics: readonly Topic[]; onChange: () => void };

/** After so many failures one after another the page asks by itself. */
const FAILURES = 3;
const POLL_MS = 15_000;
/** While the page asks by itself, the stream is tried again this often (milliseconds). */
const RETRY_MS = 60_000;
/** A stream that says nothing for this long after it was opened is none (milliseconds). */
const READY_MS = 10_000;
/** Nobody is notified more often than this, however much happens (milliseconds). */
const SPACING_MS = 1_000;

/**
 * The one stream of a page about one guild, open while the page can be seen. Everybody is told once when it opens, for
 * what happened before. When it cannot be had, they are told every 15 s instead, until it can.
 */
class Connection {
	readonly #guildId: string;
	readonly #wishes = new Set<Wish>();
	readonly #due = new Set<Wish>();
	#source: EventSource | undefined;
	#topics = "";
	#failures = 0;
	#toldAt = Number.NEGATIVE_INFINITY;
	#telling: ReturnType<typeof setTimeout> | undefined;
	#retry: ReturnType<typeof setTimeout> | undefined;
	#poll: ReturnType<typeof setInterval> | undefined;

	constructor(guildId: string) {
		this.#guildId = guildId;
	}

	/** @returns how to take the wish back */
	add(wish: Wish): () => void {
		if (this.#wishes.size === 0) document.addEventListener("visibilitychange", this.#see);
		this.#wishes.add(wish);
		queueMicrotask(this.#see);
		return () => {
			this.#wishes.delete(wish);
			this.#due.delete(wish);
			queueMicrotask(this.#see);
			if (this.#wishes.size === 0) document.removeEventListener("visibilitychange", this.#see);
		};
	}

	/** Opens, closes or changes the stream as what is wanted and whether it can be seen demand. */
	readonly #see = (): void => {
		const topics = new Set([...this.#wishes].flatMap((wish) => wish.topics));
		const wanted = document.visibilityState === "visible" ? [...topics].join(",") : "";
		if (wanted === this.#topics) return;
		this.#close();
		clearInterval(this.#poll);
		this.#poll = undefined;
		this.#failures = 0;
		this.#topics = wanted;
		if (wanted !== "") this.#open();
	};

	#open(): void {
		const source = new EventSource(`/api/v1/guilds/${this.#guildId}/live?topics=${this.#topics}`);
		this.#source = source;
		this.#retry = setTimeout(() => this.#fail(), READY_MS);
		source.addEventListener("ready", () => {
			clearTimeout(this.#retry);
			clearInterval(this.#poll);
			this.#poll = undefined;
			this.#failures = 0;
			this.#tell([...this.#wishes]);
		});
		source.addEventListener("changed", (event: MessageEvent<string>) => {
			const { topics } = JSON.parse(event.data) as { topics: Topic[] };
			this.#tell([...this.#wishes].filter((wish) => wish.topics.some((topic) => topics.includes(topic))));
		});
		source.addEventListener("refused", () => this.#close());
		source.addEventListener("error", () => this.#fail());
	}

	#close(): void {
		this.#source?.close();
		this.#source = undefined;
		clearTimeout(this.#retry);
		clearTimeout(this.#telling);
		this.#telling = undefined;
		this.#due.clear();
	}

	#fail(): void {
		this.#close();
		this.#failures += 1;
		const polls = this.#failures >= FAILURES;
		if (polls) this.#poll ??= setInterval(() => this.#tell([...this.#wishes]), POLL_MS);
		const pause = polls ? RETRY_MS : 1_000 * 2 ** this.#failures;
		this.#retry = setTimeout(() => this.#open(), pause * (0.5 + Math.random() / 2));
	}

	#tell(wishes: readonly Wish[]): void {
		for (const wish of wishes) this.#due.add(wish);
		const wait = Math.max(0, this.#toldAt + SPACING_MS - performance.now());
		if (this.#due.size > 0) this.#telling ??= setTimeout(() => this.#tellNow(), wait);
	}

	#tellNow(): void {
		this.#telling = undefined;
		this.#toldAt = performance.now();
		const due = [...this.#due];
		this.#due.clear();
		for (const wish of due) wish.onChange();
	}
}

const connections = new Map<string, Connection>();

/** Tells `wish` of changes in a guild from now on. @returns how to end it */
export function follow(guildId: string, wish: Wish): () => void {
	const connection = connections.get(guildId) ?? new Connection(guildId);
	connections.set(guildId, connection);
	return connection.add(wish);
}
