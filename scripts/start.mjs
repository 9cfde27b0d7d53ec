import { handOver, prepare } from "./prepare.mjs";

prepare();
handOver("scripts/start.ts", process.argv.slice(2));
