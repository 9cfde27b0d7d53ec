import type { Theme } from "./grammar";

export const JAM: Theme = {
	open: [
		"theme votes close {when}, go vote {emoji}",
		"I have an idea for the jam and it involves a {animal}",
		"{number} hours left and my game has no ending",
		"who else is submitting at the last second?",
		"scope check: {genre} with {number} levels in 48 hours. too much?",
		"submitted!! {project} exists and nobody can take that from me",
		"the theme is perfect for a {genre}",
		"does the jam allow assets from older projects?",
		"day two: everything is on fire, spirits are high",
		"played {number} entries so far, the level is high this time",
		"post-mortem: we cut half of it on {day} and that saved us",
	],
	reply: [
		"cut it in half, then cut it in half again",
		"yes, if you list them on the page",
		"sleep is a feature",
		"you can do it {emoji}",
		"upload early, upload often",
		"web build or nobody plays it",
		"your entry made me laugh out loud",
		"rated it, left a comment",
		"same, the last hour is the longest",
		"start with the ending",
		"good luck everyone {emote}",
	],
};

export const TEAM: Theme = {
	open: [
		"programmer ({language}, {engine}) looking for an artist for the next jam, small scope, kind team",
		"musician here, can do {number} tracks, would love to join a {genre}",
		"pixel artist looking for a team, about {number} hours a week, time zone flexible",
		"we are two and need someone who likes menus. {genre}, {engine}, ends {when}",
		"writer available for short dialogue, portfolio on request",
	],
	reply: [
		"sent you a message",
		"still looking?",
		"found someone, thank you!",
		"interested {emote} which time zone?",
		"added you",
	],
};

export const PLAYING: Theme = {
	open: [
		"just finished an old {genre} and ||the lighthouse keeper was the narrator all along||",
		"playing a {genre} on {platform} {when}, anyone up for co-op?",
		"recommend me a short {genre}, under {number} hours",
		"{number} hours in and I have done nothing but fish",
		"gave up on the last boss, watching the ending online instead",
		"replaying my favourite {genre}, still {adjective} after all these years",
		"demo week has {number} games on my list and I have time for two",
	],
	reply: [
		"no spoilers please {emote}",
		"||wait until you see the second island||",
		"the music alone is worth it",
		"I am in for co-op",
		"fishing is the main quest",
		"I dropped it after {minutes} minutes, should I try again?",
		"on {platform} it runs fine",
		"adding it to the pile",
	],
};

export const STAFF: Theme = {
	open: [
		"handover: quiet night, two spam accounts, both gone",
		"can someone look at the report from {day}? I am too close to it",
		"rota for next week is up, {number} slots are still free",
		"three people asked for the rules in German, shall we translate them?",
		"I shortened the timeout from a day to an hour, they apologised",
		"slow mode in general during the jam: yes or no?",
		"new accounts are posting the same link again, watching it",
		"appeal came in, I was the one who banned, someone else please",
		"reminder: write the reason so that somebody else understands it in a year",
		"thanks to whoever cleaned up the raid, that was quick",
	],
	reply: [
		"on it",
		"taking the {day} slot",
		"agreed",
		"I would leave it at a warning",
		"note added to their record",
		"yes to slow mode, 10 seconds",
		"looks fine to me, closing it",
		"thank you {emoji}",
		"let us talk about it in the meeting",
		"they did the same last month, see the case",
	],
};

export const COMMANDS: Theme = {
	open: [
		"is the bot awake?",
		"what was the command for reminders?",
		"testing, do not mind me",
		"how do I see my level?",
	],
	reply: [
		"`/remind`",
		"`/rank` shows it",
		"it answers me",
		"try again in a second",
		"thanks!",
		"got it {emote}",
	],
};

export const SUPPORT: Theme = {
	open: [
		"I cannot see the voice channels, is that a role thing?",
		"how do I get the Artist role?",
		"my account was timed out and I do not know why",
		"the link in the announcement is dead for me",
		"can someone transfer my level from my old account?",
		"where do I submit my game for the jam?",
		"how long does an appeal take?",
	],
	reply: [
		"pick it in the welcome channel, top right",
		"I opened a ticket for you",
		"that works again now, please reload",
		"thank you, solved!",
		"please send it to the bot as a direct message, not here",
		"usually two or three days",
		"a moderator will look at it {when}",
	],
};

export const HELP: Theme = {
	open: [],
	reply: [
		"thanks for the detailed post! can you share the project settings too?",
		"I had that on {platform}, it was the driver",
		"have you tried it in an empty scene?",
		"that did it, thank you so much! marking as solved",
		"same problem here, following",
		"here is how I solved it in {project}: {url}",
		"which version of {engine}? it changed in {version}",
		"turn off the compression for that texture",
		"could you post the log? the last {number} lines are enough",
		"no luck so far, I will keep looking {when}",
		"ohh, I had it the wrong way round. works now {emote}",
		"move it out of the loop and it should be fine",
	],
};

export const ANNOUNCEMENTS: Theme = {
	open: [
		"**The monthly jam starts {when}!** Theme voting is open until {day}. New here? Teams form in the jam channels. {emoji}",
		"**Town Hall {when}** in the stage channel: {number} short talks, questions welcome, recording afterwards.",
		"Thank you all: the last jam had **{number}0 entries**. Results are up, congratulations to everyone who finished something.",
		"We have updated rule {number}: please ask before you post paid work. The reasons are in the pinned message.",
		"The harbor grows, so we are **looking for helpers**. Apply through the support channel until {day}.",
		"Maintenance of the bot {when}, about {minutes} minutes. Reminders will arrive late but they will arrive.",
	],
	reply: [],
};
