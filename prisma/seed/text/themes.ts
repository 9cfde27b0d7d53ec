import { ART, CODE, SOUND } from "./craft";
import { GENERAL, OFF_TOPIC, WELCOME } from "./everyday";
import { ANNOUNCEMENTS, COMMANDS, HELP, JAM, PLAYING, STAFF, SUPPORT, TEAM } from "./gatherings";
import type { Theme } from "./grammar";
import { RETRO, RUNNING } from "./hobbies";
import { DESIGN, SHOWCASE } from "./making";

const THEMES: Readonly<Record<string, Theme>> = {
	general: GENERAL,
	"off-topic": OFF_TOPIC,
	welcome: WELCOME,
	code: CODE,
	art: ART,
	sound: SOUND,
	design: DESIGN,
	showcase: SHOWCASE,
	jam: JAM,
	team: TEAM,
	playing: PLAYING,
	staff: STAFF,
	commands: COMMANDS,
	support: SUPPORT,
	help: HELP,
	announcements: ANNOUNCEMENTS,
	running: RUNNING,
	retro: RETRO,
};

/** The text bank of a channel's theme; `undefined` for themes that only programs write in. */
export function themeOf(name: string | null): Theme | undefined {
	return name === null ? undefined : THEMES[name];
}
