/** The saved texts of a server of game makers: name and content. */
export const SNIPPETS: readonly (readonly [name: string, content: string])[] = [
	[
		"rules",
		"Be kind. No spam, no scams. Spoilers behind `||bars||`. Paid work only after asking. The full list is in the rules channel.",
	],
	[
		"jam-dates",
		"The jam starts on the first Friday of the month at 18:00 UTC and ends on Sunday at 22:00 UTC.",
	],
	[
		"ask-better",
		"Tell us three things: what you want, what you tried, and what happened instead. A screenshot of the error helps more than a photo of the screen.",
	],
	[
		"git-basics",
		'```bash\ngit add -p\ngit commit -m "Explain why"\ngit push\n```\nCommit small, push often, sleep well.',
	],
	[
		"palette-tools",
		"Start with eight colours. Shift the hue in the shadows, do not only darken. Check it in greyscale.",
	],
	[
		"export-web",
		"1. Test in a private window. 2. Compress textures. 3. Start the sound after the first click, browsers insist.",
	],
	[
		"code-blocks",
		"Put three backticks and the language around your code:\n\\`\\`\\`gdscript\nfunc _ready():\n\tpass\n\\`\\`\\`",
	],
	["scope", "Cut it in half. Then cut it in half again. Then start."],
	[
		"feedback",
		"Say what you saw, what you felt and where. Leave the solution to the author unless they ask.",
	],
	[
		"coyote",
		"Let the player jump for about 0.1 s after leaving the edge. Nobody notices, everybody feels it.",
	],
	[
		"juice",
		"Squash and stretch, a little shake, a sound, a particle. One at a time, then turn two of them off.",
	],
	["roles", "Pick Artist, Programmer or Musician in the welcome channel. Helper is by application."],
	["ticket", "Use `/ticket`, a helper answers within a day. Do not write to moderators directly."],
	[
		"scam",
		"Nobody here will ever send you a file to test in a direct message. Report it: right click → Apps → Report message.",
	],
	["timezone", "The harbor lives on Berlin time. `<t:1767290400:t>` shows any moment in yours."],
	[
		"licence",
		"Use assets whose licence you can name. List them on the game's page. CC0 needs no credit and deserves one anyway.",
	],
	["playtest", "Say nothing while they play. Write down where they stop smiling."],
	["break", "Stand up, drink some water, look out of the window. The bug will wait."],
	["press-kit", "One sentence, one paragraph, five screenshots, one short video, a way to reach you."],
	["backup", "Two copies, two places, one of them not in your home."],
];

/** What people ask to be reminded of. */
export const REMINDERS: readonly string[] = [
	"upload the jam entry",
	"vote for the theme",
	"send the sprites to the team",
	"stretch",
	"call the landlord about the heating",
	"check the export on an old laptop",
	"write the post-mortem",
	"renew the domain",
	"playtest at eight",
	"take the bread out of the oven",
	"answer the mail about the fair",
	"water the basil",
];

/** Scheduled posts: name of the narrative, what it is for, and its acts. */
export const NARRATIVES: readonly (readonly [name: string, description: string, acts: readonly string[]])[] =
	[
		[
			"The keeper's log",
			"A story in five posts for the winter jam",
			[
				"**Day 1.** The lamp burns. The gulls complain. Nothing to report, which is the best kind of report.",
				"**Day 9.** A boat without a name has been circling the pier since noon. I waved. It waved back.",
				"**Day 17.** Fog. I rang the bell four times an hour. On the fifth somebody rang back.",
				"**Day 24.** The boat is gone, and so is my second-best lantern.",
				"**Day 31.** It came back. With interest. The theme of the jam is **Only one light**.",
			],
		],
		[
			"Weekly prompt",
			"A small exercise every Monday",
			[
				"This week: make a door that is interesting to open.",
				"This week: one screen, one button, one feeling.",
				"This week: redraw your oldest sprite.",
				"This week: a menu with no text.",
				"This week: three sounds from things in your kitchen.",
			],
		],
		[
			"Welcome letter",
			"What new members read after a week",
			["You have been here for a week. Here are three channels that people often miss."],
		],
		[
			"Helper call",
			"Search for new helpers",
			[
				"We are looking for helpers: two evenings a month, patience, no experience needed.",
				"Last call for helpers. Applications close tonight.",
			],
		],
	];
