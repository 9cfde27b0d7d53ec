"use client";

import { useEffect } from "react";
import { Toaster as Sonner, toast as show } from "sonner";
import { onToast, type Toast } from "@/components/ui/toast";

const kinds = { good: show.success, danger: show.error, info: show.info };

function draw({ tone, title, description, action }: Toast) {
	kinds[tone](title, {
		...(description ? { description } : {}),
		...(action ? { action } : {}),
		duration: tone === "danger" ? 10_000 : 5000,
	});
}

/** Shows what `notify` receives. Loaded lazily by the shell. */
export default function Toaster({ label }: { label: string }) {
	useEffect(() => onToast(draw), []);
	return (
		<Sonner
			position="bottom-right"
			style={{ fontFamily: "inherit" }}
			containerAriaLabel={label}
			toastOptions={{
				unstyled: true,
				classNames: {
					toast:
						"flex w-full items-start gap-2 rounded-lg border border-border bg-raised p-3 text-sm text-text shadow-overlay",
					title: "font-medium",
					description: "text-muted",
					success: "[&_[data-icon]]:text-good",
					error: "[&_[data-icon]]:text-danger",
					info: "[&_[data-icon]]:text-info",
					actionButton: "ml-auto shrink-0 font-medium text-accent underline-offset-4 hover:underline",
				},
			}}
		/>
	);
}
