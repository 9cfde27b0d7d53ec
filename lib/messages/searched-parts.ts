/** What a message can be searched to have, in the order of the filter. */
export const messageParts = [
	"image",
	"video",
	"attachment",
	"link",
	"embed",
	"sticker",
	"reaction",
	"reply",
	"forward",
	"edited",
] as const;
export type MessagePart = (typeof messageParts)[number];
