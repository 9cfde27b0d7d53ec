import path from "node:path";
import type { FileOutcome, Observer } from "@/lib/import/outcome";

const barCells = 24;
const redrawMs = 100;
const lineMs = 5000;

const whole = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });

/** What is under way: bytes while a file is checked, messages while it is written. */
type Stage = { verb: string; unit: string; done: number; total: number; since: number; from: number };

/** A bar that is redrawn on a terminal; elsewhere a line every few seconds. Both go to stderr. */
export class Progress implements Observer {
	private name = "";
	private stage: Stage | undefined;
	private last = 0;
	private readonly out: NodeJS.WriteStream;

	constructor(out: NodeJS.WriteStream) {
		this.out = out;
	}

	opened(file: string, total: number): void {
		this.name = path.basename(file);
		this.begin("checking", "B", 0, total);
	}

	checked(bytes: number): void {
		this.move(bytes);
	}

	written(messages: number, total: number): void {
		if (this.stage?.verb !== "importing") this.begin("importing", "messages", messages, total);
		this.move(messages);
	}

	closed({ path: file, state, problem, written, facts }: FileOutcome): void {
		this.erase();
		this.stage = undefined;
		const count = whole.format(facts?.totals.messages ?? 0);
		const detail = problem
			? `byte ${problem.offset}: ${problem.reason}`
			: `${count} messages, ${whole.format(written.created)} new, ${whole.format(written.updated)} updated`;
		this.out.write(`${file}: ${state === "already" ? "imported before, skipped" : state}, ${detail}\n`);
	}

	note(text: string): void {
		this.erase();
		this.out.write(`${text}\n`);
	}

	private begin(verb: string, unit: string, done: number, total: number): void {
		this.stage = { verb, unit, done, total, since: performance.now(), from: done };
		this.last = this.out.isTTY ? 0 : performance.now();
	}

	private move(done: number): void {
		if (!this.stage) return;
		this.stage.done = done;
		const now = performance.now();
		if (now - this.last < (this.out.isTTY ? redrawMs : lineMs)) return;
		this.last = now;
		const text = picture(this.name, this.stage, now);
		this.out.write(this.out.isTTY ? `\r\u001b[2K${text.slice(0, this.out.columns - 1)}` : `${text}\n`);
	}

	private erase(): void {
		if (this.out.isTTY) this.out.write("\r\u001b[2K");
	}
}

function picture(name: string, stage: Stage, now: number): string {
	const share = stage.total > 0 ? Math.min(stage.done / stage.total, 1) : 1;
	const filled = Math.round(share * barCells);
	const seconds = (now - stage.since) / 1000;
	const rate = seconds > 0 ? (stage.done - stage.from) / seconds : 0;
	const left = rate > 0 ? Math.ceil((stage.total - stage.done) / rate) : undefined;
	const bar = `${"█".repeat(filled)}${"░".repeat(barCells - filled)}`;
	const speed = stage.unit === "B" ? `${whole.format(rate / 1e6)} MB/s` : `${whole.format(rate)}/s`;
	const eta = left === undefined ? "" : `, ${duration(left)} left`;
	return `${name} ${stage.verb} ${bar} ${Math.floor(share * 100)} %  ${speed}${eta}`;
}

function duration(seconds: number): string {
	if (seconds < 60) return `${seconds} s`;
	if (seconds < 3600) return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
	return `${Math.floor(seconds / 3600)} h ${Math.floor((seconds % 3600) / 60)} min`;
}
