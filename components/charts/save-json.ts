import { saveFile } from "@/components/ui/save-file";
import type { Separator } from "@/lib/export/separator";
import { jsonOfCsv } from "./csv-json";

/** Saves a chart's CSV as JSON. */
export function saveJson(csv: string, separator: Separator, name: string): void {
	saveFile(new Blob([jsonOfCsv(csv, separator)], { type: "application/json" }), name);
}
