import { NeedsLevel } from "@/components/analytics/explore/explore-states";
import { ExploreView } from "@/components/analytics/explore/explore-view";
import { Messages } from "@/components/layout/messages";
import { pageSearch } from "@/lib/api/page-search";
import { guildPage } from "@/lib/auth/guild-page";
import { definition } from "@/lib/explore/schema";
import { readExploreView } from "@/lib/explore/view";
import { pageTitle } from "@/lib/i18n/page-title";

export const generateMetadata = pageTitle("explore.title");

/** A question to the server's figures, held in the URL, and the saved questions. */
export default guildPage("overview.read", async ({ guild, search }) => {
	const { guildId, actor } = guild;
	const view = await readExploreView(guild, pageSearch(definition, search));
	return (
		<Messages namespaces={["explore", "charts", "discord"]}>
			{"needs" in view ? (
				<NeedsLevel guildId={guildId} level={view.needs} />
			) : (
				<ExploreView guildId={guildId} level={actor.level} view={view} />
			)}
		</Messages>
	);
});
