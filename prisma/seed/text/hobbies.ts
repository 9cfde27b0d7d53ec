import type { Theme } from "./grammar";

export const RUNNING: Theme = {
	open: [
		"wer ist Sonntag dabei? Treffpunkt wie immer am Bootshaus",
		"{number} km over the ridge this morning, the fog was {adjective}",
		"route for {day}: forest loop, mostly flat, {number} km",
		"new shoes, old legs",
		"it will rain {when}, bring a jacket",
		"anyone up for an easy {minutes} minutes after work?",
		"der Weg am Wehr ist wieder frei {emote}",
		"can someone bring the first-aid kit?",
	],
	reply: [
		"bin dabei!",
		"count me in",
		"I will be {minutes} minutes late, start without me",
		"zu Fuß oder mit dem Rad zum Start?",
		"easy pace please",
		"{food} afterwards?",
		"my knee says no this week",
		"schöne Strecke, danke!",
		"see you there {emoji}",
	],
};

export const RETRO: Theme = {
	open: [
		"found a boxed {genre} at the flea market for {number} euros {emote}",
		"battery swap done, the save survived",
		"does anyone have a clean label scan for this one?",
		"the contacts were green, vinegar and patience fixed it",
		"swapping two doubles for anything with a {animal} on the cover",
		"my screen shows vertical lines, loose ribbon?",
		"{number} cartridges sorted by colour, do not judge me",
	],
	reply: [
		"what a find",
		"reflow the ribbon, low heat",
		"I have a scan, sending it {when}",
		"never blow into them!",
		"that one is rarer than it looks",
		"colour sorting is valid",
		"deal, message me",
	],
};
