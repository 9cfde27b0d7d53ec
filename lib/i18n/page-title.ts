import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

/**
 * The `generateMetadata` of a page whose name is in the messages. The layouts above add the server and the product.
 * @param keys whole keys, the page's own first: `commands.tabs.executions`, `commands.title`
 */
export function pageTitle(...keys: [string, ...string[]]): () => Promise<Metadata> {
	return async () => {
		const t = await getTranslations();
		return { title: keys.map((key) => t(key)).join(" · ") };
	};
}
