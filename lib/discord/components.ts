import { wordOf } from "./word-of";

/**
 * Discord's number for each kind of component and the text name the database stores. The first eight names are those of
 * the schema's document.
 */
const kinds: Partial<Record<number, string>> = {
	1: "action_row",
	2: "button",
	3: "select_menu",
	4: "text_input",
	5: "user_select",
	6: "role_select",
	7: "mentionable_select",
	8: "channel_select",
	9: "section",
	10: "text_display",
	11: "thumbnail",
	12: "media_gallery",
	13: "file",
	14: "separator",
	17: "container",
	18: "label",
	19: "file_upload",
};

/** The stored name of a component's number; one that Discord added later becomes `unknown_<n>`. */
export function componentTypeName(number: number): string {
	return wordOf(kinds, number);
}

const styles: Partial<Record<number, string>> = {
	1: "primary",
	2: "secondary",
	3: "success",
	4: "danger",
	5: "link",
	6: "premium",
};

/** The stored name of a button's style. */
export function buttonStyleName(number: number): string {
	return wordOf(styles, number);
}

const stickerFormats: Partial<Record<number, string>> = { 1: "png", 2: "apng", 3: "lottie", 4: "gif" };

/** The stored name of a sticker's format. */
export function stickerFormatName(number: number): string {
	return wordOf(stickerFormats, number);
}
