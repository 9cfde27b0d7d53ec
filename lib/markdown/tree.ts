/** A piece of running text. There is no node for HTML: what looks like a tag is text. */
export type Inline =
	| { type: "text"; text: string }
	| { type: "break" }
	| { type: "strong" | "emphasis" | "underline" | "strike" | "spoiler"; children: Inline[] }
	| { type: "code"; text: string }
	| CodeBlock
	/** `url` always starts with http:// or https://. */
	| { type: "link"; url: string; children: Inline[] }
	| { type: "mention"; kind: "user" | "role" | "channel"; id: string }
	| { type: "everyone"; text: "@everyone" | "@here" }
	| { type: "command"; name: string; id: string }
	/** Discord's links into its own interface: <id:customize> and so on. */
	| { type: "navigation"; target: NavigationTarget }
	| { type: "emoji"; id: string; name: string; animated: boolean }
	| { type: "timestamp"; seconds: number; style: TimestampStyle };

/** Stands in running text, because Discord lets a fence open in the middle of a line. */
export type CodeBlock = { type: "codeBlock"; language: string | null; text: string };

export type NavigationTarget = "customize" | "browse" | "guide" | "linked-roles";

/** t, T: time · d, D: date · f, F: both · R: relative · s, S: both, shorter. `f` when the message names none. */
export type TimestampStyle = "t" | "T" | "d" | "D" | "f" | "F" | "R" | "s" | "S";

export type ListItem = { children: Inline[]; lists: List[] };

export type List = { type: "list"; start: number | null; items: ListItem[] };

export type Block =
	| { type: "paragraph"; children: Inline[] }
	| { type: "heading"; level: 1 | 2 | 3; children: Inline[] }
	| { type: "subtext"; children: Inline[] }
	| { type: "quote"; children: Block[] }
	| List;
