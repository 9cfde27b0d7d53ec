import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";

export const root = path.resolve(import.meta.dirname, "../..");

const TAIL_LINES = 40;
const STOP_MS = 10_000;

export type Running = {
	child: ChildProcess;
	/** Settles when it ends, with a sentence on how and its last lines. */
	ended: Promise<{ status: number; reason: string }>;
	/** The last lines of what it said, both streams. */
	tail(): string;
	/** Asks it to end, insists after ten seconds. */
	stop(): Promise<void>;
};

export type ToolOptions = {
	env?: NodeJS.ProcessEnv;
	/** Receives each chunk of output; without it the output is only kept for `tail`. */
	heard?: (chunk: string) => void;
	cwd?: string;
	/** Whether it is one of our own TypeScript entries. */
	typescript?: boolean;
};

/**
 * Starts one of this project's tools with Node itself (no shell, no shim in between).
 * @param tool its file, relative to the root
 */
export function startTool(
	tool: string,
	args: string[],
	{ env, heard, cwd = root, typescript = false }: ToolOptions = {},
): Running {
	const tether = new URL("tether.mjs", import.meta.url).href;
	const loader = typescript ? ["--conditions=react-server", "--import", import.meta.resolve("tsx")] : [];
	const child = spawn(process.execPath, [...loader, "--import", tether, path.join(root, tool), ...args], {
		cwd,
		env: { ...(env ?? process.env), GUILDHALL_TETHER: String(process.pid) },
		stdio: ["ignore", "pipe", "pipe", "ipc"],
	});
	const lines: string[] = [];
	const listen = (chunk: Buffer) => {
		const text = chunk.toString("utf8");
		lines.push(...text.split("\n").filter((line) => line.trim() !== ""));
		lines.splice(0, lines.length - TAIL_LINES);
		heard?.(text);
	};
	child.stdout?.on("data", listen);
	child.stderr?.on("data", listen);
	const ended = outcome(child, path.basename(path.dirname(tool)));
	return { child, ended, tail: () => lines.join("\n"), stop: () => stop(child, ended) };
}

function outcome(child: ChildProcess, name: string): Running["ended"] {
	return new Promise((resolve) => {
		child.once("error", (error) =>
			resolve({ status: 1, reason: `${name} could not be started: ${error.message}` }),
		);
		child.once("close", (code, signal) => {
			const how = code === null ? `by signal ${signal}` : `with status ${code}`;
			resolve({ status: code ?? 1, reason: `${name} ended ${how}` });
		});
	});
}

async function stop(child: ChildProcess, ended: Running["ended"]): Promise<void> {
	if (child.exitCode !== null || child.signalCode !== null) return;
	child.kill("SIGTERM");
	const timer = setTimeout(() => child.kill("SIGKILL"), STOP_MS);
	await ended;
	clearTimeout(timer);
}
