export { embedEverybody } from "./embeddings/embed-everybody.ts";
