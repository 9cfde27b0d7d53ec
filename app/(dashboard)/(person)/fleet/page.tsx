import { FleetPage } from "@/components/fleet/fleet-page";
import { Messages } from "@/components/layout/messages";
import { refusedIsNotFound } from "@/lib/auth/guild-page";
import { inUser } from "@/lib/auth/scope";
import { readFleet } from "@/lib/fleet/data";
import { pageTitle } from "@/lib/i18n/page-title";

export const generateMetadata = pageTitle("fleet.title");

/** Bot operations. Only for operators; for everybody else there is no such page. */
export default async function FleetOverview() {
	const fleet = await refusedIsNotFound(() => inUser(readFleet));
	return (
		<Messages namespaces={["fleet", "charts"]}>
			<FleetPage fleet={fleet} />
		</Messages>
	);
}
