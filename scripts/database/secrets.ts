import { randomBytes } from "node:crypto";
import { chmod, mkdir, readFile, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { Refusal } from "@/scripts/refusal";

/** The database roles of `bootstrap.sql`; each process uses the one that its work needs and no other. */
export const roleNames = ["guildhall_owner", "guildhall_web", "guildhall_auth", "guildhall_bot"] as const;

export type RoleName = (typeof roleNames)[number];

const schema = z.object({
	/** Password of the embedded server's administrator. */
	adminPassword: z.string().min(16),
	rolePasswords: z.record(z.enum(roleNames), z.string().min(16)),
	nextAuthSecret: z.string().min(32),
	/** `id:base64` of 32 bytes, comma-separated, as GUILDHALL_ENCRYPTION_KEYS wants it. */
	encryptionKeys: z.string().min(1),
});

export type Secrets = z.infer<typeof schema>;

const password = () => randomBytes(24).toString("base64url");

function fresh(): Secrets {
	return {
		adminPassword: password(),
		rolePasswords: {
			guildhall_owner: password(),
			guildhall_web: password(),
			guildhall_auth: password(),
			guildhall_bot: password(),
		},
		nextAuthSecret: randomBytes(32).toString("base64"),
		encryptionKeys: `k1:${randomBytes(32).toString("base64")}`,
	};
}

/**
 * The secrets kept in `<home>/secrets.json` (mode 0600), made by chance on first use and never changed after:
 * rows already encrypted and sessions already open depend on them.
 * @throws Refusal when the file exists but cannot be understood.
 */
export async function keptSecrets(home: string): Promise<Secrets> {
	const file = path.join(home, "secrets.json");
	const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
		if (error.code === "ENOENT") return undefined;
		throw error;
	});
	if (text === undefined) {
		const made = fresh();
		await keepPrivate(file, `${JSON.stringify(made, null, "\t")}\n`);
		return made;
	}
	const known = schema.safeParse(readJson(text));
	if (known.success) return known.data;
	throw new Refusal(
		`${file} is damaged (${known.error.issues.map((issue) => issue.path.join(".") || issue.message).join(", ")}).\n` +
			"It holds the passwords and the encryption key of the database beside it: restore it from a backup,\n" +
			`or delete the folder ${home} to start with an empty database.`,
	);
}

/** Writes a file that only its owner may read, whole or not at all. */
export async function keepPrivate(file: string, text: string): Promise<void> {
	await mkdir(path.dirname(file), { recursive: true });
	const draft = `${file}.${process.pid}`;
	await writeFile(draft, text, { mode: 0o600 });
	await chmod(draft, 0o600);
	await rename(draft, file);
}

function readJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
