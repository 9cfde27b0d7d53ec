/** Why a file cannot be imported, and where in it; nothing of such a file is written. */
export class BrokenFile extends Error {
	/** Bytes from the start of the file to what is wrong. */
	readonly offset: number;
	readonly reason: string;

	constructor(offset: number, reason: string) {
		super(`byte ${offset}: ${reason}`);
		this.name = "BrokenFile";
		this.offset = offset;
		this.reason = reason;
	}
}
