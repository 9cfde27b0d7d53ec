import { getLocale } from "next-intl/server";
import { ExportButton } from "@/components/layout/export/export-button";
import { Messages } from "@/components/layout/messages";
import { type Search, searchString } from "@/lib/api/client";
import { separatorOf } from "@/lib/export/separator";

type ExportMenuProps = {
	/** The guild whose list it is; none for a list of the whole instance. */
	guildId?: string;
	/** Where the list's routes are, below the guild's: `commands/executions`. */
	list: string;
	/** What the list is narrowed to now. */
	filters?: Search;
};

/** The list as a file, narrowed as it is on the page. */
export async function ExportMenu({ guildId, list, filters = {} }: ExportMenuProps) {
	const above = guildId === undefined ? "/api/v1" : `/api/v1/guilds/${guildId}`;
	const address = (choice: Search) => `${above}/${list}/export${searchString({ ...filters, ...choice })}`;
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
