import { spawnSync } from "node:child_process";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { exportFile, message } from "@/lib/import/fixtures";
import { ImportHarness } from "@/prisma/tests/import-harness";

const harness = new ImportHarness();
const script = path.resolve(import.meta.dirname, "../../scripts/import.ts");

function run(...args: string[]) {
	const { urls } = harness.database;
	return spawnSync(process.execPath, ["--import", "tsx", script, ...args], {
		encoding: "utf8",
		env: {
			NODE_ENV: "test",
			DATABASE_OWNER_URL: urls.guildhall_owner,
			DATABASE_WEB_URL: urls.guildhall_web,
			DATABASE_AUTH_URL: urls.guildhall_auth,
			DATABASE_BOT_URL: urls.guildhall_bot,
		},
	});
}

describe("npm run import", () => {
	it("ends with 1 and says why when the server is not --guild-owner's to take, and the import stands", async () => {
		const file = await harness.save(exportFile([message()]));
		const owner = "688046964549353491";
		expect(run(file, "--guild-owner", owner)).toMatchObject({
			status: 0,
			stderr: expect.stringContaining(`${owner} administers Harbour`),
		});
		const other = await harness.save(exportFile([message({ id: "1027332184274645099" })]));
		expect(run(other, "--guild-owner", "688046964549353492")).toMatchObject({
			status: 1,
			stderr: expect.stringContaining("688046964549353492 was not made the administrator of Harbour"),
		});
		expect(await harness.rows("SELECT count(*)::int FROM discord_messages")).toEqual([{ count: 2 }]);
	});

	it("tells of its exit statuses", () => {
		const { status, stdout } = run("--help");
		expect(status).toBe(0);
		expect(stdout).toContain("1 a file was broken, --guild-owner was refused or something failed");
	});
});
