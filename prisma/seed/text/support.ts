/** What people ask the assistant, what it answers, and how a helper closed it when the assistant could not. */
export const DIALOGUES: readonly {
	question: string;
	answer: string;
	article: string;
	follow: string;
	resolution: string;
}[] = [
	{
		question: "How do I hand in my game for the jam?",
		answer:
			"Upload a build to a page of your own, then run `/jam submit` in the bot channel with the address. You can replace it until Sunday 22:00 UTC.",
		article: "How to submit a game to the jam",
		follow: "It says that my page is not public, but it is.",
		resolution: "The page was set to restricted. Changed together, entry is in.",
	},
	{
		question: "I was timed out yesterday and do not know why. What can I do?",
		answer:
			"Every case has a number and a reason. You can appeal once: send me `appeal` and the number in a direct message. Most appeals are answered within three days.",
		article: "Appealing a case",
		follow: "I never got a number.",
		resolution: "Direct messages were off. Sent the number and the reason by hand.",
	},
	{
		question: "My build is black in the browser, but works on my computer",
		answer:
			"Check four things in this order: cross-origin isolation headers, textures over 4096 pixels, sound before the first click, and upper and lower case in file names.",
		article: "Why is my web build black?",
		follow: "None of these. The console is empty.",
		resolution: "An ad blocker stopped the worker script. Works in another browser.",
	},
	{
		question: "How do I get the Regular role?",
		answer:
			"Regular comes with level 12. `/rank` shows how far you are. Artist, Programmer and Musician you can pick yourself in the welcome channel.",
		article: "Levels, roles and what they unlock",
		follow: "I am level 14 and do not have it.",
		resolution: "Role was removed by hand in spring. Given back.",
	},
	{
		question: "Can I look for paid work here?",
		answer:
			"Paid work needs a yes from a Community Manager first (rule 9). Write to support with one sentence about the job, and they will answer within a day.",
		article: "The twelve rules, explained",
		follow: "Who is a Community Manager at the moment?",
		resolution: "Told them, and the offer was approved.",
	},
	{
		question: "There is a click in my music loop",
		answer:
			"Cut at a zero crossing or fade the last ten milliseconds into the first ten, and set the loop on the imported file instead of restarting it from code.",
		article: "Looping audio without a click",
		follow: "Still there with OGG. WAV is fine.",
		resolution: "Encoder delay. Exported again with the loop points stored.",
	},
	{
		question: "Can I move my level to a new account?",
		answer: "Yes. Open a ticket from the old account and name the new one; a helper moves it.",
		article: "Levels, roles and what they unlock",
		follow: "I cannot get into the old one any more.",
		resolution: "Confirmed through the jam page of the old account. Level moved.",
	},
];
