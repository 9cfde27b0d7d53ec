export type Article = { title: string; type: "md" | "txt" | "pdf"; content: string };

/** The knowledge base of the community: short articles that answer what people ask. */
export const ARTICLES: readonly Article[] = [
	{
		title: "How to submit a game to the jam",
		type: "md",
		content: `# How to submit a game to the jam

The jam runs from Friday 18:00 UTC to Sunday 22:00 UTC. You can upload as often as you like until then; only the last version counts.

1. Make a page for your game and upload a build. A web build gets about three times as many plays as a download.
2. Run \`/jam submit\` in the bot channel and paste the address. Wharfinger checks that the page is public.
3. Add the people of your team to the entry. Everybody named there gets the role if you win.

## What must be on the page
A title, one screenshot, the controls, and a list of assets that you did not make during the jam. Assets from older projects are allowed if you list them.

## Late entries
The upload closes by itself. If your connection fails in the last hour, write to a helper with a ticket before the deadline, not after it.`,
	},
	{
		title: "Levels, roles and what they unlock",
		type: "md",
		content: `# Levels, roles and what they unlock

You gain experience by taking part in conversations: at most once a minute, and not in the bot channel. \`/rank\` shows where you are.

| Level | What it unlocks |
|---|---|
| 5 | Files in every channel |
| 12 | The Regular role, stickers from other servers |
| 25 | A say in the theme shortlist |

Artist, Programmer and Musician are yours to pick in the welcome channel and have nothing to do with levels. Helper is by application, twice a year. Levels move with you if you change accounts: open a ticket from the old one.`,
	},
	{
		title: "The twelve rules, explained",
		type: "md",
		content: `# The twelve rules, explained

**1 Be kind.** Criticise the work, never the person. **2 Language.** English in the shared channels, anything you like in voice. **3 Let it go.** When a moderator asks you to drop a topic, drop it; you can appeal afterwards.
**4 Spoilers** go behind bars for a month. **5 No scams, no miracles.** That includes links to free subscriptions. **6 One place.** Ask in one channel and wait a day. **7 No pictures of people** who did not agree.
**8 Credit.** Name whose work you build on. **9 Paid work** only after asking a Community Manager. **10 Self-promotion** belongs in the showcase. **11 Age.** You must be at least thirteen, sixteen in some countries. **12 Reports are private** and answered.

## What happens when a rule is broken
Usually a word in private, then a warning, then a timeout. Scams and harassment lead to a ban at once. Every case has a number and a reason, and you can appeal it once.`,
	},
	{
		title: "Appealing a case",
		type: "md",
		content: `# Appealing a case

You can appeal every case once, within ninety days. Send the bot a direct message with \`appeal\` and the case number; you do not have to be in the server.

Tell us what happened from your side and what will be different. Somebody who did not make the decision reads it. Most appeals are answered within three days. Accepted means the punishment ends and the case stays on record as lifted. Denied means it stands; the reason is part of the answer.`,
	},
	{
		title: "Why is my web build black?",
		type: "txt",
		content: `Why is my web build black?

The most frequent causes, in the order in which you should check them:
1. The page blocks shared memory. Ask your host for the cross-origin isolation headers or export without threads.
2. A texture is larger than the graphics card of a phone allows. Stay under 4096 pixels a side.
3. The build waits for sound. Browsers start audio after the first click only, so show a start button.
4. File names differ in upper and lower case. It works on your computer and fails on the server.
Open the console of the browser (F12) and copy the first red line into your question; it is almost always one of these.`,
	},
	{
		title: "Looping audio without a click",
		type: "txt",
		content: `Looping audio without a click

A click at the loop point means the wave does not end where it began. Cut at a zero crossing, or fade the last ten milliseconds into the first ten. Compressed formats add silence at the start: use a format that stores loop points, such as OGG with the length in samples, or WAV for short effects. In the engine, set the loop on the imported file and not by restarting the sound from code, because code runs once a frame and sound does not.`,
	},
	{
		title: "Setting up your microphone for the town hall",
		type: "md",
		content: `# Setting up your microphone for the town hall

Join the stage ten minutes early and ask to speak. A headset beats a good microphone in an echoing room. Turn noise suppression on, automatic gain off, and speak across the microphone rather than into it. If people hear themselves, you are on speakers: use headphones. Talks are recorded; say at the start if you do not want yours to be.`,
	},
	{
		title: "Asking for help so that you get it",
		type: "md",
		content: `# Asking for help so that you get it

Good questions get answers within the hour. Use the forum, one question a post, and say:

- what you want to happen
- what happens instead, with the exact error text
- what you already tried
- engine and version, and the platform

Put code in a code block, not in a picture. Mark the post as solved when it is, and write down what solved it: the next person will find you before they find us.`,
	},
	{
		title: "Community handbook",
		type: "pdf",
		content: `Community handbook. Part one: how we moderate. We would rather talk than punish. Two people look at every ban that is not a scam. Reasons are written so that a stranger understands them a year later. Part two: rota. Shifts are four hours, two people each, handover in the staff room. Part three: raids. Turn the verification up, pause invites, ban in one go, write one case each, thank each other. Part four: after a hard day. You may always hand a case over. Nobody asks why.`,
	},
	{
		title: "Publishing your first game",
		type: "md",
		content: `# Publishing your first game

Pick a date that is far from big releases and close enough that you will not rebuild everything. Two weeks before: page, three screenshots, a trailer under forty seconds that starts with the game and not with a logo. One week before: a build in the hands of five strangers. On the day: post once in the showcase, answer every comment, then go outside. Price: look at three games of the same length that you respect. Free is fine, and so is five.`,
	},
];
