/** The path of a user's picture on the CDN; people without one get one of Discord's six defaults. */
export function avatarPath(user: { id: string; avatar: string | null }, size: number): string {
	if (user.avatar === null) return `/embed/avatars/${(BigInt(user.id) >> 22n) % 6n}.png?size=${size}`;
	return `/avatars/${user.id}/${user.avatar}.png?size=${size}`;
}
