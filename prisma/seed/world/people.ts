import type { PersonKey, WorldPerson, WorldUser } from "./types";

/** The bot whose dashboard this is; its application has the same id. */
export const BOT: WorldUser = {
	id: "881207341205544972",
	username: "wharfinger",
	globalName: null,
	bot: true,
	avatar: null,
	accentColor: 0x3d6a8a,
	locale: "en-GB",
};

function person(key: PersonKey, id: string, name: string, username: string, title: string): WorldPerson {
	const locale = key === "helper" ? "de" : "en-GB";
	return {
		key,
		title,
		email: `${username}@example.org`,
		user: { id, username, globalName: name, bot: false, avatar: null, accentColor: null, locale },
	};
}

/** The six people one can sign in as. Their ids never change, whatever the seed. */
export const PEOPLE: readonly WorldPerson[] = [
	person("owner", "204255221017214977", "Mira Solano", "mirasolano", "Owns Lantern Harbor"),
	person("admin", "318733042160336896", "Teodor Lindqvist", "teodor.l", "Administrator of Lantern Harbor"),
	person("moderator", "402716588903497730", "Ines Okafor", "inesokafor", "Moderator of Lantern Harbor"),
	person("helper", "517346020184686593", "Jonas Brandt", "jonasbrandt", "Helper in Lantern Harbor"),
	person("member", "633094788516806656", "Priya Raman", "priya.raman", "Member without access"),
	person("operator", "172002275412279296", "Sam Whitfield", "samwhitfield", "Runs the bot and this instance"),
];

/** The Discord id of one of the six. */
export function personId(key: PersonKey): string {
	const found = PEOPLE.find((candidate) => candidate.key === key);
	if (!found) throw new Error(`nobody is called ${key}`);
	return found.user.id;
}
