/** The style sheet of the simulator's pages: light and dark by the system's preference, no script, no fonts. */
export const pageStyle = `
:root {
	color-scheme: light dark;
	--page: #eef0f4; --card: #ffffff; --line: #d5d8df; --text: #1c1e23; --soft: #565b66;
	--accent: #4752c4; --hover: #f1f2fb; --notice: #fff4d6; --notice-text: #5c4300; --danger: #b3261e;
}
@media (prefers-color-scheme: dark) {
	:root {
		--page: #101114; --card: #1b1c20; --line: #33353c; --text: #eceef2; --soft: #a9aeb8;
		--accent: #9aa4ff; --hover: #25262d; --notice: #332a10; --notice-text: #f3d98b; --danger: #ff9b94;
	}
}
* { box-sizing: border-box; }
body {
	margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 24px 16px;
	background: var(--page); color: var(--text); font: 14px/1.5 system-ui, sans-serif;
}
main {
	width: 100%; max-width: 448px; overflow: hidden;
	background: var(--card); border: 1px solid var(--line); border-radius: 12px;
}
.notice {
	margin: 0; padding: 8px 24px; background: var(--notice); color: var(--notice-text);
	font-size: 12px; border-bottom: 1px solid var(--line);
}
header, .end { padding: 20px 24px; }
h1 { margin: 0 0 4px; font-size: 20px; line-height: 1.3; }
p { margin: 0; }
.soft { color: var(--soft); }
ul.people { list-style: none; margin: 0; padding: 0 12px; display: grid; gap: 2px; }
button { font: inherit; color: inherit; cursor: pointer; }
.person {
	width: 100%; display: flex; align-items: center; gap: 12px; padding: 8px 12px; text-align: start;
	background: none; border: 1px solid transparent; border-radius: 8px;
}
.person:hover { background: var(--hover); }
.person img { flex: none; border-radius: 50%; }
.person strong { display: block; color: var(--text); font-size: 14px; font-weight: 600; }
.person span { color: var(--soft); font-size: 13px; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 1px; }
.end { display: flex; align-items: center; justify-content: space-between; gap: 16px; }
.end p { font-size: 12px; }
.cancel, .primary { padding: 7px 16px; border-radius: 8px; border: 1px solid var(--line); background: var(--card); }
.cancel:hover { background: var(--hover); }
.primary { background: #4752c4; border-color: #4752c4; color: #ffffff; }
.choices { display: grid; gap: 8px; margin: 0; padding: 0 24px; border: 0; }
.choices legend { padding: 0 0 8px; }
.choices label { display: flex; gap: 8px; align-items: center; }
code { font: 13px ui-monospace, monospace; overflow-wrap: anywhere; }
.fault h1 { color: var(--danger); }
`;
