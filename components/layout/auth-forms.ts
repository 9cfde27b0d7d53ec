/** next-auth takes writes only with the token that it gave this browser. */
async function csrfToken(): Promise<string> {
	const response = await fetch("/api/auth/csrf");
	const answer: { csrfToken?: unknown } = await response.json();
	return typeof answer.csrfToken === "string" ? answer.csrfToken : "";
}

/** Sends a form to next-auth as a page would, so that its redirects and cookies apply. */
async function submit(action: string, fields: Record<string, string>): Promise<void> {
	const form = document.createElement("form");
	form.method = "post";
	form.action = action;
	for (const [name, value] of Object.entries({ csrfToken: await csrfToken(), ...fields })) {
		const input = document.createElement("input");
		input.type = "hidden";
		input.name = name;
		input.value = value;
		form.append(input);
	}
	document.body.append(form);
	form.submit();
}

/** Ends this session and goes to the landing page. */
export function signOut(): Promise<void> {
	return submit("/api/auth/signout", { callbackUrl: "/" });
}

/** Goes to Discord and comes back to `callbackUrl`, a path of this site. */
export function signIn(callbackUrl: string): Promise<void> {
	return submit("/api/auth/signin/discord", { callbackUrl });
}
