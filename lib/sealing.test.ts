import { expect, test, vi } from "vitest";
import { sealWith } from "./sealing";
import { unseal } from "./secrets";

const first = `k1:${Buffer.alloc(32, 7).toString("base64")}`;
const second = `k2:${Buffer.alloc(32, 9).toString("base64")}`;

vi.mock("@/lib/env", () => ({ env: () => ({ GUILDHALL_ENCRYPTION_KEYS: [second, first] }) }));

test("what the worker encrypts, the application reads, also under an older key", () => {
	const sealed = sealWith(first, "a webhook's token");
	expect(sealed).toMatch(/^k1\.[\w-]+\.[\w-]+\.[\w-]+$/);
	expect(sealed).not.toContain("webhook");
	expect(unseal(sealed)).toBe("a webhook's token");
	expect(sealWith(first, "a webhook's token")).not.toBe(sealed);
});

test("what was changed on the way is refused", () => {
	const sealed = sealWith(first, "a webhook's token");
	expect(() => unseal(sealed.replace("k1.", "k2."))).toThrow();
	expect(() => unseal(sealed.replace("k1.", "k9."))).toThrow('no encryption key "k9"');
});
