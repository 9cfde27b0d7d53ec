import { changedNames } from "./changes";
import { type Changes, type SettingName, settingsShape } from "./schema";

/** The changed settings whose value is outside what is allowed, in the order of the form. */
export function invalidNames(changes: Changes): SettingName[] {
	return changedNames(changes).filter((name) => !settingsShape[name].safeParse(changes[name]).success);
}
