// Loaded into the tools we start: ends them when whoever started them is gone without a word (kill -9). Their own
// workers load it too, and are theirs to end.
if (process.env.GUILDHALL_TETHER === String(process.ppid)) {
	process.on("disconnect", () => process.kill(process.pid, "SIGTERM"));
	process.channel?.unref();
}
