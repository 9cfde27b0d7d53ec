import {
	type Changes,
	isSettingName,
	type SettingName,
	type Settings,
	type SettingValue,
	settingNames,
} from "./schema";

/** Whether two values of one setting are the same; the order of a list of channels does not count. */
export function sameValue(a: SettingValue | undefined, b: SettingValue | undefined): boolean {
	if (Array.isArray(a) && Array.isArray(b))
		return a.length === b.length && a.toSorted().join() === b.toSorted().join();
	return a === b;
}

/** The changes with one more made; setting a value back to what is saved takes the change away. */
export function withChange(
	saved: Settings,
	changes: Changes,
	name: SettingName,
	value: SettingValue,
): Changes {
	const { [name]: _, ...others } = changes;
	return sameValue(saved[name], value) ? others : { ...others, [name]: value };
}

/** What must change in `saved` so that it says what `wanted` says; names that are no settings are passed over. */
export function changesTowards(saved: Settings, wanted: Readonly<Record<string, unknown>>): Changes {
	const differing = Object.entries(wanted).filter(
		([name, value]) => isSettingName(name) && !sameValue(saved[name], value as SettingValue),
	);
	return Object.fromEntries(differing) as Changes;
}

/** The changed settings in the order of the form. */
export function changedNames(changes: Changes): SettingName[] {
	return settingNames.filter((name) => name in changes);
}

/** The changes without some of them. */
export function withoutChanges(changes: Changes, names: readonly SettingName[]): Changes {
	return Object.fromEntries(
		Object.entries(changes).filter(([name]) => !(names as readonly string[]).includes(name)),
	) as Changes;
}
