import type { Theme } from "./grammar";

export const DESIGN: Theme = {
	open: [
		"should a {genre} let you fail at all?",
		"playtest notes: {number} of {number} people missed the first lever",
		"how many mechanics is too many for a {minutes} minute game?",
		"I cut the crafting system from {project} and everything got better",
		"difficulty settings or assist options? and what do you call them?",
		"what makes a map feel like a place and not a level?",
		"is a timer ever fun?",
		"trying to write a one-page design document. currently on page {number}",
		"coyote time explained with numbers: {url}",
	],
	reply: [
		"let the player see the goal first, then the lever",
		"one verb, many nouns",
		"I would cut it and see who misses it",
		"failure is fine when the retry takes a second",
		"watch them play and say nothing, it hurts but it works",
		"make the safe path visible and the interesting one tempting",
		"numbers are for the spreadsheet, verbs are for the player",
		"assist options, and do not make them feel like a punishment",
		"that is what I like about {project}",
		"the first {minutes} minutes decide",
	],
};

export const SHOWCASE: Theme = {
	open: [
		"{project} {version} is out! {number} new rooms, a save slot and {number} fewer bugs",
		"here is the first minute of {project}, no sound yet",
		"demo of my {genre} is on {site}, feedback very welcome",
		"before / after of the harbour scene {emoji}",
		"the rain shader works {emote}",
		"it runs on {platform} now!",
		"new trailer, {number} seconds, made in {duration}",
		"my first game, made for my niece: a {genre} about a {animal}",
	],
	reply: [
		"this looks {adjective}!",
		"wishlisted {emoji}",
		"the water {emote}",
		"played it for {minutes} minutes, got stuck at the second gate, loved it",
		"the camera feels so good",
		"congratulations on the release!!",
		"small thing: the font is hard to read on {platform}",
		"how did you do the light?",
		"the sound of the doors is so satisfying",
		"my kids want to know whether there are more levels",
	],
};
