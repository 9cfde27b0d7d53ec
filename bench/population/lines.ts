import { copyText } from "@/prisma/seed/load/copy";
import { createRandom } from "@/prisma/seed/random";
import { SMALL_TALK } from "@/prisma/seed/text/everyday";
import { fill } from "@/prisma/seed/text/grammar";
import { themeOf } from "@/prisma/seed/text/themes";
import { WORDS } from "@/prisma/seed/text/words";

const THEMES = [
	"general",
	"off-topic",
	"code",
	"art",
	"sound",
	"design",
	"showcase",
	"playing",
	"help",
	"running",
	"retro",
];

/** Things that people say, in COPY's text format; messages draw from them again and again. */
export function saidLines(count = 20_000): string[] {
	const random = createRandom(1, "lines");
	const vocabulary = { ...WORDS, emoji: ["🌊", "⚓"] };
	return Array.from({ length: count }, () => {
		const theme = themeOf(random.pick(THEMES));
		const own = theme && random.chance(0.75) ? [...theme.open, ...theme.reply] : SMALL_TALK;
		const template = random.pick(own);
		return copyText(fill(template, random, theme?.words, vocabulary));
	});
}
