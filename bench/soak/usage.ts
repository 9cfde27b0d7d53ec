import { readdir, readFile } from "node:fs/promises";

/** Linux counts a process's time in hundredths of a second, and memory in kibibytes. */
const TICKS = 100;

export type Usage = {
	/** Seconds of processor time. */
	processor: number;
	/** Bytes. */
	memory: number;
};

/** What a living process has used; undefined elsewhere than on Linux. */
export async function usageOf(pid: number): Promise<Usage | undefined> {
	const times = await timesOf(String(pid));
	const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
	const kibibytes = /VmRSS:\s+(\d+)/.exec(status)?.[1];
	if (!times || kibibytes === undefined) return undefined;
	return { processor: times.own, memory: Number(kibibytes) * 1024 };
}

/** Seconds of processor time of a process with all its children, also those that have ended. */
export async function familySeconds(pid: number): Promise<number | undefined> {
	const parent = await timesOf(String(pid));
	if (!parent) return undefined;
	const names = await readdir("/proc").catch(() => []);
	const others = await Promise.all(names.filter((name) => /^\d+$/.test(name)).map(timesOf));
	const children = others.filter((times) => times?.parent === pid);
	return children.reduce((sum, times) => sum + (times?.own ?? 0), parent.own + parent.ended);
}

/** The process that started another. */
export async function parentOf(pid: number): Promise<number | undefined> {
	return (await timesOf(String(pid)))?.parent;
}

/** Fields of `/proc/<pid>/stat` behind the name, which may hold anything: 4th the parent, 14th to 17th the times. */
async function timesOf(pid: string) {
	const text = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
	const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
	if (fields.length < 15) return undefined;
	const seconds = (index: number) => Number(fields[index - 3]) / TICKS;
	return {
		parent: Number(fields[1]),
		own: seconds(14) + seconds(15),
		ended: seconds(16) + seconds(17),
	};
}
