/** The import rules of docs/architecture.md. */

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
	forbidden: [
		{
			name: "no-circular",
			comment: "Two modules that need each other are one module, or three.",
			severity: "error",
			from: {},
			to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
		},
		{
			name: "nobody-imports-app",
			comment: "app/ holds routes only: what is worth sharing lives in components/ or lib/.",
			severity: "error",
			from: { pathNot: "^app/|^tests/|\\.test\\.tsx?$" },
			to: { path: "^app/" },
		},
		{
			name: "lib-is-not-react",
			comment: "lib/ is everything that is not React.",
			severity: "error",
			from: { path: "^lib/", pathNot: "\\.test\\.tsx?$" },
			to: { path: "^(app|components)/" },
		},
		{
			name: "one-door-to-the-database",
			comment:
				"The pools and clients of lib/db are held by lib/auth, and by lib/health, which asks whether they answer; sql.ts only builds text.",
			severity: "error",
			from: { path: "^(app|components|lib)/", pathNot: "^lib/(auth|db|health)/|\\.test\\.tsx?$" },
			to: { path: "^lib/db/", pathNot: "^lib/db/sql\\.ts$", dependencyTypesNot: ["type-only"] },
		},
		{
			name: "no-driver-outside-the-door",
			comment: "Nothing that serves a request opens a connection of its own.",
			severity: "error",
			from: { path: "^(app|components|lib)/", pathNot: "^lib/(auth|db|import)/|\\.test\\.tsx?$" },
			to: {
				path: "node_modules/(pg|pg-copy-streams|@prisma/adapter-pg)/",
				dependencyTypesNot: ["type-only"],
			},
		},
		{
			name: "components-know-no-server-code",
			comment: "A component reads schemas, queries, permissions, and types of data.",
			severity: "error",
			from: { path: "^components/", pathNot: "\\.test\\.tsx?$" },
			to: { path: "^lib/.+/data\\.ts$", dependencyTypesNot: ["type-only"] },
		},
		{
			name: "components-hold-no-scope",
			comment: "Only routes open a scope; a component is given what it shows.",
			severity: "error",
			from: { path: "^components/", pathNot: "\\.test\\.tsx?$" },
			to: { path: "^lib/auth/", pathNot: "^lib/auth/permissions\\.ts$", dependencyTypesNot: ["type-only"] },
		},
		{
			name: "domains-are-strangers",
			comment: "components/<noun> may use ui, layout, charts and discord, and not another noun.",
			severity: "error",
			from: {
				path: "^components/(?!ui/|layout/|charts/|discord/)([^/]+)/",
			},
			to: { path: "^components/(?!ui/|layout/|charts/|discord/)[^/]+/", pathNot: "^components/$1/" },
		},
		{
			name: "primitives-know-no-domain",
			severity: "error",
			from: { path: "^components/(ui|charts)/" },
			to: { path: "^components/(?!ui/|charts/)|^lib/.+/(data|queries)\\.ts$" },
		},
		{
			name: "schemas-stay-light",
			comment: "A schema's types and limits go to the browser: nothing of the server may hang on it.",
			severity: "error",
			from: { path: "^lib/([^/]+)/(?:schema|[^/]+/schema)\\.ts$" },
			to: {
				path: ".+",
				pathNot:
					"node_modules/zod/|^lib/$1/(?!.*(?:data|queries)\\.ts$)|^lib/.+/schema\\.ts$|^lib/discord/|^lib/auth/permissions\\.ts$|^lib/i18n/config\\.ts$|^lib/[^/]+/kinds\\.ts$|^lib/[^/]+\\.ts$",
			},
		},
		{
			name: "production-code-needs-no-tests",
			severity: "error",
			from: { path: "^(app|components|lib|simulator|bot)/", pathNot: "\\.test\\.tsx?$" },
			to: { path: "\\.test\\.tsx?$|^tests/|^e2e/" },
		},
		{
			name: "the-site-runs-without-the-simulator",
			comment: "The simulated Discord is reached over HTTP, as Discord is.",
			severity: "error",
			from: { path: "^(app|components|lib)/", pathNot: "\\.test\\.tsx?$" },
			to: { path: "^(simulator|scripts)/|^prisma/seed/" },
		},
		{
			name: "the-worker-is-no-site",
			comment: "The worker shares lib/ with the site, and nothing of what serves or shows pages.",
			severity: "error",
			from: { path: "^bot/", pathNot: "\\.test\\.ts$|^bot/tests/" },
			to: { path: "^(app|components|simulator|scripts|prisma)/|^lib/(auth|api|i18n)/" },
		},
		{
			name: "one-door-of-the-worker",
			comment: "bot/scope.ts opens the worker's connections; the others are handed one.",
			severity: "error",
			from: { path: "^bot/", pathNot: "^bot/(scope|gateway/failures)\\.ts$|\\.test\\.ts$|^bot/tests/" },
			to: { path: "node_modules/pg/|^lib/db/", dependencyTypesNot: ["type-only"] },
		},
		{
			name: "resolvable",
			severity: "error",
			from: {},
			to: { couldNotResolve: true },
		},
	],
	options: {
		doNotFollow: { path: "node_modules" },
		exclude: { path: "^lib/db/generated|\\.next" },
		tsConfig: { fileName: "tsconfig.json" },
		tsPreCompilationDeps: true,
		enhancedResolveOptions: {
			exportsFields: ["exports"],
			conditionNames: ["import", "require", "node", "default", "types"],
		},
	},
};
