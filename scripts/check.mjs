import { handOver, prepare } from "./prepare.mjs";

prepare();
handOver("scripts/check.ts", process.argv.slice(2));
