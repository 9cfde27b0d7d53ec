import { handOver, prepare } from "./prepare.mjs";

prepare();
handOver("scripts/test.ts", process.argv.slice(2));
