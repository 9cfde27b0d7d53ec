import { describe, expect, it } from "vitest";
import { type Column, cellText, quoted } from "./cells";

const text = (value: string | null) => cellText({ label: "", kind: "text", value: () => value }, {});
const cell = (column: Column<object>) => cellText(column, {});

describe("a cell of text", () => {
	it("is the text", () => {
		for (const said of ["hello", "día 1 · 日本語 · 👋🏽", "a = b", "12", "", "007"])
			expect(text(said)).toBe(said);
		expect(text(null)).toBe("");
	});

	it("is no formula, whatever it begins with", () => {
		const formulas = ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\nx", "＝1", "＋1", "－1", "＠a"];
		for (const formula of formulas) expect(text(formula)).toBe(`'${formula}`);
	});

	it("is none either when the file is taken apart by another separator", () => {
		expect(text('x;=WEBSERVICE("a");y')).toBe('x;\'=WEBSERVICE("a");y');
		expect(text("x, +1")).toBe("x, '+1");
		expect(text('a\n"=1')).toBe("a\n\"'=1");
		expect(text("a\t＝1\r\n@b")).toBe("a\t'＝1\r\n'@b");
		for (const said of ["- one\n- two".slice(2), "a = b, c - d", "1,5; 2", "1, -\n"])
			expect(text(said)).toBe(said);
		expect(cell({ label: "", kind: "list", value: () => ["a", "=b"] })).toBe("a; '=b");
	});

	it("keeps every digit of a number too long for a spreadsheet", () => {
		expect(text("123456789012345")).toBe("123456789012345");
		expect(text("1234567890123456")).toBe("'1234567890123456");
		expect(text(" 902114735018344448 ")).toBe("' 902114735018344448 ");
	});

	it("gives the text back when one apostrophe is taken away", () => {
		for (const said of ["'tis", "''", "=1", "1234567890123456"]) expect(text(said).slice(1)).toBe(said);
	});
});

describe("cells of other kinds", () => {
	it("mark every id as text, short ones too, so that a column is of one kind", () => {
		expect(cell({ label: "", kind: "id", value: () => "902114735018344448" })).toBe("'902114735018344448");
		expect(cell({ label: "", kind: "id", value: () => "8" })).toBe("'8");
		expect(cell({ label: "", kind: "id", value: () => "a/b" })).toBe("a/b");
		expect(cell({ label: "", kind: "id", value: () => "=1" })).toBe("'=1");
		expect(cell({ label: "", kind: "id", value: () => null })).toBe("");
	});

	it("are numbers, also negative ones", () => {
		expect(cell({ label: "", kind: "number", value: () => -3 })).toBe("-3");
		expect(cell({ label: "", kind: "number", value: () => 0 })).toBe("0");
		expect(cell({ label: "", kind: "number", value: () => null })).toBe("");
	});

	it("are times in UTC that a spreadsheet reads as such", () => {
		const at = (instant: string | null) => cell({ label: "", kind: "instant", value: () => instant });
		expect(at("2026-10-25T01:30:00.123Z")).toBe("2026-10-25 01:30:00");
		expect(at("2026-10-25T03:30:00+02:00")).toBe("2026-10-25 01:30:00");
		expect(at(null)).toBe("");
	});

	it("are lists whose first part is no formula either, and yes or no", () => {
		expect(cell({ label: "", kind: "list", value: () => ["a", "b"] })).toBe("a; b");
		expect(cell({ label: "", kind: "list", value: () => ["=a", "b"] })).toBe("'=a; b");
		expect(cell({ label: "", kind: "flag", value: () => true })).toBe("TRUE");
	});
});

describe("a cell in the file", () => {
	it("stands in quotation marks where it must, and in no others", () => {
		expect(quoted("plain text", ",")).toBe("plain text");
		expect(quoted("a,b", ",")).toBe('"a,b"');
		expect(quoted("a,b", ";")).toBe("a,b");
		expect(quoted("a;b", ";")).toBe('"a;b"');
		expect(quoted('say "hi"', ",")).toBe('"say ""hi"""');
		expect(quoted("two\nlines", ",")).toBe('"two\nlines"');
		expect(quoted("two\r\nlines", ",")).toBe('"two\r\nlines"');
		expect(quoted(" kept ", ",")).toBe('" kept "');
	});
});
