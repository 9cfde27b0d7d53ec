"use client";

import { Search } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import type { UrlState } from "@/components/layout/use-url-state";
import { Input } from "@/components/ui/input";

/** How long to wait for the next letter before asking. */
const pauseMs = 250;

type SearchFieldProps = { name: string; label: string; placeholder: string; url: UrlState };

/** Search as you type; the text is a parameter of the address. */
export function SearchField({ name, label, placeholder, url }: SearchFieldProps) {
	const inAddress = url.get(name);
	const [text, setText] = useState(inAddress);
	const asked = useRef(inAddress);
	const { set } = url;
	useEffect(() => {
		if (inAddress === asked.current) return;
		asked.current = inAddress;
		setText(inAddress);
	}, [inAddress]);
	useEffect(() => {
		if (text.trim() === asked.current) return;
		const timer = setTimeout(() => {
			asked.current = text.trim();
			set({ [name]: text.trim() }, "replace");
		}, pauseMs);
		return () => clearTimeout(timer);
	}, [text, name, set]);
	return (
		<span className="relative w-64 max-md:w-auto max-md:min-w-0 max-md:flex-1 max-md:basis-40">
			<Search
				aria-hidden
				className="pointer-events-none absolute top-1/2 left-2.5 size-4 -translate-y-1/2 text-muted"
			/>
			<Input
				type="search"
				data-page-search
				aria-label={label}
				title={`${label} (/)`}
				placeholder={placeholder}
				value={text}
				onChange={(event) => setText(event.target.value)}
				className="pl-8"
			/>
		</span>
	);
}
