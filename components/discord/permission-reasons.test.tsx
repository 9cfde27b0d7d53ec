import { expect, it } from "vitest";
import { effectivePermissions } from "@/lib/discord/effective-permissions";
import { ana, renderDiscord, resolve } from "@/tests/setup/render-discord";
import { PermissionReasons } from "./permission-reasons";

it("explains a permission in the order Discord applies it", () => {
	const { verdicts } = effectivePermissions({
		guild: { id: resolve.guildId, ownerId: "1" },
		member: { userId: ana.id, roleIds: ["200000000000000001"] },
		roles: [{ id: "200000000000000001", permissions: "3072" }],
		channel: {
			id: "300000000000000001",
			type: "guild_text",
			overwrites: [{ id: "200000000000000001", kind: "role", allow: "0", deny: "1024" }],
		},
		at: new Date(0),
	});
	const names = { "200000000000000001": "Helper" };
	const html = (name: "SEND_MESSAGES" | "BAN_MEMBERS") =>
		renderDiscord(<PermissionReasons verdict={verdicts[name]} roleNames={names} />);
	expect(html("SEND_MESSAGES")).toMatch(/Granted by the role Helper.*Needs View Channels, which is missing/);
	expect(html("BAN_MEMBERS")).toContain("Nothing grants it");
});
