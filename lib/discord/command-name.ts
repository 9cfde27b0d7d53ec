/**
 * A command as people write it, where only its name is known: `/rank`. Discord takes no capital in the name of a slash
 * command, so that `Report message` is an entry of a menu and stands as it is.
 */
export function spelledCommand(name: string): string {
	return name === name.toLowerCase() ? `/${name}` : name;
}
