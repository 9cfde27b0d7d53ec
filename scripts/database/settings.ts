import { statfsSync } from "node:fs";
import { totalmem } from "node:os";

const MB = 1024 * 1024;
const SMALL_SHARED_MEMORY = 512 * MB;

/** `durable`: a crash of the machine loses nothing. `scratch`: for tests, whose data may be lost at any time. */
export type Durability = "durable" | "scratch";

const scratch = {
	fsync: "off",
	synchronous_commit: "off",
	full_page_writes: "off",
	// Tests count the statements of a page.
	shared_preload_libraries: "pg_stat_statements",
};

/** Settings of the embedded server as `-c` arguments: one machine, one application, no replication. */
export function serverArguments(port: number, durability: Durability): string[] {
	const memory = Math.round(totalmem() / MB);
	const settings: Record<string, string> = {
		port: String(port),
		listen_addresses: "127.0.0.1",
		unix_socket_directories: "",
		timezone: "UTC",
		log_timezone: "UTC",
		log_min_messages: "warning",
		max_connections: "100",
		shared_buffers: `${clamp(memory / 8, 128, 512)}MB`,
		effective_cache_size: `${clamp(memory / 2, 256, 16_384)}MB`,
		work_mem: "16MB",
		maintenance_work_mem: `${clamp(memory / 16, 64, 512)}MB`,
		random_page_cost: "1.1",
		jit: "off",
		wal_level: "minimal",
		max_wal_senders: "0",
		max_wal_size: "2GB",
		checkpoint_timeout: "15min",
		dynamic_shared_memory_type: roomyShm() ? "posix" : "mmap",
		...(durability === "scratch" ? scratch : {}),
	};
	return Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}

/** Containers often get 64 MB of /dev/shm, in which a parallel query fails half-way. */
function roomyShm(): boolean {
	if (process.platform !== "linux") return true;
	try {
		const { bavail, bsize } = statfsSync("/dev/shm");
		return bavail * bsize >= SMALL_SHARED_MEMORY;
	} catch {
		return false;
	}
}

function clamp(value: number, least: number, most: number): number {
	return Math.round(Math.min(Math.max(value, least), most));
}
