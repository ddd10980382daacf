export { presentSampleById } from "./present.ts";
