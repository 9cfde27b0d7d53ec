import { handOver, prepare } from "./prepare.mjs";

const [name, ...args] = process.argv.slice(2);
prepare();
handOver(`scripts/${name}.ts`, args);
