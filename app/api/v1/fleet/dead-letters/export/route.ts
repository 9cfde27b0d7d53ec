import { methodsBesides } from "@/lib/api/methods";
import { userExport } from "@/lib/api/user-export";
import { readDeadLetters } from "@/lib/fleet/data";
import { deadLetterColumns } from "@/lib/fleet/export";
import { deadLetter } from "@/lib/fleet/schema";

export const GET = userExport({
	summary:
		"Export the kinds of events that could not be stored, the fifty most frequent, as a file of CSV or JSON; for operators",
	name: "dead-letters",
	item: deadLetter,
	columns: deadLetterColumns,
	read: readDeadLetters,
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = methodsBesides("GET");
