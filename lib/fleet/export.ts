import type { Column } from "@/lib/export/cells";
import type { DeadLetter } from "./schema";

export const deadLetterColumns: readonly Column<DeadLetter>[] = [
	{ label: "Event", kind: "text", value: ({ event }) => event },
	{ label: "Reason", kind: "text", value: ({ reason }) => reason },
	{ label: "24 hours", kind: "number", value: ({ day }) => day },
	{ label: "30 days", kind: "number", value: ({ month }) => month },
	{ label: "Latest (UTC)", kind: "instant", value: ({ latest }) => latest },
];
