import pg from "pg";
import { importFiles } from "@/lib/import/files";

// The process that a test kills: it imports a file in small batches, and says when the first is stored.
const [url, file = ""] = process.argv.slice(2);
const client = new pg.Client({ connectionString: url });
await client.connect();
const observer = {
	opened() {},
	checked() {},
	written: (done: number) => done > 0 && process.stdout.write(`${done}\n`),
	closed() {},
	note() {},
};
await importFiles(client, [file], { observer, signal: new AbortController().signal, batchSize: 20 });
await client.end();
