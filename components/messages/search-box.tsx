"use client";

import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import type { UrlState } from "@/components/layout/use-url-state";
import { Input } from "@/components/ui/input";

/**
 * Takes words and operators (`from:ana has:image`) and searches on Enter: halfway typed, an operator names somebody else.
 * What the server understood comes back as filters in the address.
 */
export function SearchBox({ url }: { url: UrlState }) {
	const t = useTranslations("messages");
	const inAddress = url.get("q");
	const [text, setText] = useState(inAddress);
	useEffect(() => setText(inAddress), [inAddress]);
	return (
		<search className="relative w-96 max-md:w-auto max-md:min-w-0 max-md:flex-1 max-md:basis-40">
			<form
				onSubmit={(event) => {
					event.preventDefault();
					url.set({ q: text.trim() });
				}}
			>
				<Search
					aria-hidden
					className="pointer-events-none absolute top-1/2 left-2.5 size-4 -translate-y-1/2 text-muted"
				/>
				<Input
					type="search"
					name="q"
					data-page-search
					aria-label={t("search")}
					title={`${t("search")} (/)`}
					placeholder={t("searchPlaceholder")}
					value={text}
					maxLength={300}
					enterKeyHint="search"
					onChange={(event) => {
						setText(event.target.value);
						if (event.target.value === "" && inAddress !== "") url.set({ q: null });
					}}
					className="pl-8"
				/>
			</form>
		</search>
	);
}
