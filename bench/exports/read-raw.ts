import type { FileHandle } from "node:fs/promises";
import { ByteWindow } from "@/lib/import/byte-window";
import { parse, readExport } from "@/lib/import/export-reader";

/** Finds and parses every message of an export and looks at none. */
export async function readRaw(file: FileHandle): Promise<void> {
	for await (const part of readExport(new ByteWindow(file))) {
		if (part.kind === "messages") for (const { bytes, offset } of part.list) parse(bytes, offset);
	}
}
