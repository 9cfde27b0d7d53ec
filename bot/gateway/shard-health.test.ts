import { expect, test, vi } from "vitest";
import { ShardHealth } from "@/bot/gateway/shard-health";

test("a shard is as its connection is, and its heartbeat as old as Discord's last answer", () => {
	const changed = vi.fn();
	const health = new ShardHealth(changed);
	expect(health.of(3)).toEqual({ status: "starting", heartbeatAt: null, latency: null, refusal: null });
	health.connected(3);
	health.beat(3, 1_000, 45);
	expect(changed).toHaveBeenCalledTimes(1);
	expect(health.of(3)).toEqual({
		status: "online",
		heartbeatAt: new Date(1_000),
		latency: 45,
		refusal: null,
	});
	health.closed(3);
	expect(changed).toHaveBeenCalledTimes(2);
	expect(health.of(3)).toMatchObject({ status: "offline", heartbeatAt: new Date(1_000), latency: 45 });
	health.refused(3, "privileged");
	expect(changed).toHaveBeenCalledTimes(3);
	expect(health.of(3)).toMatchObject({ status: "offline", latency: 45, refusal: "privileged" });
	expect(health.of(4).status).toBe("starting");
	health.beat(4, 1_795_302_662_874, 1_795_302_662_875);
	expect(health.of(4)).toMatchObject({ heartbeatAt: new Date(1_795_302_662_874), latency: null });
});
