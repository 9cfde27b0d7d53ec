import type { KnobInput } from "@/simulator/knobs";

/** Makes the simulated Discord misbehave, or somebody there do something; it is set by `npm test`. */
export async function turn(...knobs: KnobInput[]): Promise<void> {
	const simulator = process.env.TEST_SIMULATOR_URL;
	if (simulator === undefined)
		throw new Error("TEST_SIMULATOR_URL is not set: run the tests through npm test");
	const response = await fetch(`${simulator}/_simulator/knobs`, {
		method: "POST",
		headers: { "content-type": "application/json" },
		body: JSON.stringify(knobs),
	});
	if (!response.ok) throw new Error(`the simulated Discord answers ${response.status}`);
}
