import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { ApiProblem } from "@/lib/api/client";
import cases from "../../messages/en/cases.json";
import common from "../../messages/en/common.json";
import { Failure } from "./failure";

function said(error: Error | null): string {
	return renderToStaticMarkup(
		<NextIntlClientProvider locale="en" timeZone="UTC" messages={{ cases, common }}>
			<Failure error={error} />
		</NextIntlClientProvider>,
	);
}

it("says why a change was refused, that nothing was saved, and that nothing typed is lost", () => {
	const html = said(new ApiProblem({ status: 429, code: "rate_limited" }));
	expect(html).toContain("Nothing was saved. Too many requests.");
	expect(html).toContain("What you entered is still here.");
	expect(said(new ApiProblem({ status: 422, code: "invalid_input" }))).toContain("Check the fields.");
});

it("gives the request’s id of what went wrong here", () => {
	const problem = new ApiProblem({ status: 500, code: "internal", requestId: "0d3f" });
	expect(said(problem)).toContain("(request ID 0d3f)");
});

it("says nothing where nothing was refused", () => {
	expect(said(null)).toBe("");
});
