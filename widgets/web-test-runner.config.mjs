import { browserTests } from "../scripts/test/browser-tests.ts";

export default await browserTests(import.meta.url);
