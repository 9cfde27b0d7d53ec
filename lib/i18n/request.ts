import { cookies, headers } from "next/headers";
import type { AbstractIntlMessages } from "next-intl";
import { getRequestConfig } from "next-intl/server";
import { type Locale, negotiateLocale, preferenceCookies } from "@/lib/i18n/config";
import { type Namespace, namespaces } from "@/lib/i18n/namespaces";
import { isTimeZone } from "@/lib/time-zone";

async function load(locale: Locale, namespace: Namespace): Promise<[Namespace, AbstractIntlMessages]> {
	const file: { default: AbstractIntlMessages } = await import(`../../messages/${locale}/${namespace}.json`);
	return [namespace, file.default];
}

/** Language and time zone of a request; the address carries neither. */
export default getRequestConfig(async () => {
	const [jar, head] = await Promise.all([cookies(), headers()]);
	const locale = negotiateLocale(jar.get(preferenceCookies.locale)?.value, head.get("accept-language"));
	const zone = jar.get(preferenceCookies.timeZone)?.value;
	return {
		locale,
		timeZone: isTimeZone(zone) ? zone : "UTC",
		messages: Object.fromEntries(await Promise.all(namespaces.map((name) => load(locale, name)))),
	};
});
