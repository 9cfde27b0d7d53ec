import type { FileHandle } from "node:fs/promises";

const chunkBytes = 256 * 1024;

/** A view that slides over a file: bytes before `start` are done with, `fill` brings more after `end`. */
export class ByteWindow {
	bytes: Buffer = Buffer.allocUnsafe(2 * chunkBytes);
	start = 0;
	end = 0;
	private base: number;
	private readonly file: FileHandle;
	private readonly seen: (chunk: Buffer) => void;

	/**
	 * @param from byte of the file to begin at
	 * @param seen is shown every chunk once, in order; the bytes are only valid during the call
	 */
	constructor(file: FileHandle, from = 0, seen: (chunk: Buffer) => void = () => {}) {
		this.file = file;
		this.base = from;
		this.seen = seen;
	}

	/** Byte of the file that index `at` of the window stands for. */
	offsetOf(at: number): number {
		return this.base + at;
	}

	/**
	 * Appends the next bytes of the file, dropping those before `start`: every index held from before is void.
	 * As much is read as is pending, so that a value of any size is rescanned a logarithmic number of times.
	 * @returns false at the end of the file
	 */
	async fill(): Promise<boolean> {
		const pending = this.end - this.start;
		this.makeRoom(pending, Math.max(chunkBytes, pending));
		const { bytesRead } = await this.file.read(
			this.bytes,
			this.end,
			this.bytes.length - this.end,
			this.base + this.end,
		);
		this.seen(this.bytes.subarray(this.end, this.end + bytesRead));
		this.end += bytesRead;
		return bytesRead > 0;
	}

	private makeRoom(pending: number, wanted: number): void {
		const target =
			this.bytes.length < pending + wanted ? Buffer.allocUnsafe(2 * (pending + wanted)) : this.bytes;
		this.bytes.copy(target, 0, this.start, this.end);
		this.bytes = target;
		this.base += this.start;
		this.start = 0;
		this.end = pending;
	}
}
