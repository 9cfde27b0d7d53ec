import { expect, it } from "vitest";
import { CookieJar } from "./cookie-jar";

const setting = (...lines: string[]) =>
	new Response(null, { headers: lines.map((line): [string, string] => ["Set-Cookie", line]) });

it("keeps names and values, an equals sign in the value included", () => {
	const jar = new CookieJar();
	jar.store(setting("one=1; Path=/; HttpOnly", "two=a=b"));
	expect(jar.header()).toBe("one=1; two=a=b");
	expect(jar.get("two")).toBe("a=b");
});

it("replaces a cookie of the same name and forgets expired ones", () => {
	const jar = new CookieJar();
	jar.store(setting("one=1", "two=2", "three=3"));
	jar.store(setting("one=new", "two=; Max-Age=0", "three=; Expires=Thu, 01 Jan 1970 00:00:00 GMT"));
	expect(jar.header()).toBe("one=new");
});
