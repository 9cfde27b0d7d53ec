import { getLocale } from "next-intl/server";
import { ExportButton } from "@/components/layout/export/export-button";
import { Messages } from "@/components/layout/messages";
import { type Search, searchString } from "@/lib/api/client";
import { separatorOf } from "@/lib/export/separator";

type ExportMenuProps = {
	guildId: string;
	/** Where the list's routes are, below the guild's: `commands/executions`. */
	list: string;
	/** What the list is narrowed to now. */
	filters?: Search;
};

/** The list as a file, narrowed as it is on the page. */
export async function ExportMenu({ guildId, list, filters = {} }: ExportMenuProps) {
	const address = (choice: Search) =>
		`/api/v1/guilds/${guildId}/${list}/export${searchString({ ...filters, ...choice })}`;
	const separator = separatorOf(await getLocale());
	return (
		<Messages namespaces={["export"]}>
			<ExportButton
				addresses={{
					csv: address({ format: "csv", separator: separator === "comma" ? null : separator }),
					json: address({ format: "json" }),
				}}
			/>
		</Messages>
	);
}
