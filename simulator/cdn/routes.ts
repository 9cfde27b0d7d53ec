import { Hono } from "hono";
import { defaultAvatar, identicon } from "./identicon";

const folders = [
	"/avatars/:id/:file",
	"/icons/:id/:file",
	"/banners/:id/:file",
	"/splashes/:id/:file",
	"/role-icons/:id/:file",
	"/app-icons/:id/:file",
	"/emojis/:file",
	"/stickers/:file",
	"/guilds/:guild/users/:id/avatars/:file",
	"/attachments/:channel/:id/:file",
] as const;

/** Discord's `size`: a power of two from 16 to 4096; pictures here end at 512. */
function pictureSize(text: string | undefined): number {
	const size = Number(text ?? 128);
	return size >= 16 && Number.isInteger(Math.log2(size)) ? Math.min(size, 512) : 128;
}

/** The pictures: a PNG made from the path, whatever picture format is asked for. */
export function cdnRoutes(): Hono {
	const routes = new Hono();
	const headers = {
		"Content-Type": "image/png",
		"Cache-Control": "public, max-age=31536000, immutable",
		"Access-Control-Allow-Origin": "*",
		"Cross-Origin-Resource-Policy": "cross-origin",
		"X-Content-Type-Options": "nosniff",
	};

	for (const path of folders) {
		routes.get(path, (context) => {
			const [, name] = /^(.+)\.(?:png|jpe?g|webp|gif|avif)$/.exec(context.req.path) ?? [];
			if (name === undefined) return context.notFound();
			const picture = identicon(name, pictureSize(context.req.query("size")));
			return context.body(new Uint8Array(picture), 200, headers);
		});
	}

	routes.get("/embed/avatars/:file", (context) => {
		const [, index] = /^([0-5])\.png$/.exec(context.req.param("file")) ?? [];
		if (index === undefined) return context.notFound();
		const picture = defaultAvatar(Number(index), pictureSize(context.req.query("size")));
		return context.body(new Uint8Array(picture), 200, headers);
	});

	return routes;
}
