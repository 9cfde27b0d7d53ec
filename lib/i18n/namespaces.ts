/** One file a domain under messages/<locale>/; a test compares this list with the folder. */
export const namespaces = ["account", "auth", "common", "errors", "nav", "servers"] as const;

export type Namespace = (typeof namespaces)[number];
