import type { AccessPerson, AccessSource } from "./schema";

/** The highest level of the sources that still count; 0 when none does. */
export function effectiveLevel(sources: readonly AccessSource[]): number {
	return Math.max(0, ...sources.filter(({ isOver }) => !isOver).map(({ level }) => level));
}

/** Highest level first, then by name. */
export function byLevel(people: readonly AccessPerson[]): AccessPerson[] {
	return people.toSorted((a, b) => b.level - a.level || a.person.name.localeCompare(b.person.name));
}

/** Levels that somebody of `own` level may give: up to their own, and never an owner's. */
export function grantableLevels(own: number, highest: number): number[] {
	return Array.from({ length: Math.min(own, highest) }, (_, index) => index + 1);
}
