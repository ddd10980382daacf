import { after, before, describe } from "node:test";
import { EventSink } from "../../api/test/event-sink.ts";
import { type Office } from "./office.ts";
import { gigs } from "./office-gigs.ts";
import { pages } from "./office-pages.ts";
import { sections } from "./office-sections.ts";
import { tasks } from "./office-tasks.ts";
import { startDemo } from "./running-demo.ts";
import { openBrowser } from "./visitor.ts";

let office: Office | undefined;

before(async () => {
  office = { demo: await startDemo("office"), browser: await openBrowser(), sink: await EventSink.start() };
});
after(async () => {
  await office?.browser.close();
  await office?.demo.stop();
  await office?.sink.stop();
});

const opened = (): Office => {
  if (!office) throw new Error("The demo did not start.");
  return office;
};

describe("five tasks", () => tasks(opened));
describe("every section", () => sections(opened));
describe("gigs", () => gigs(opened));
describe("every page", () => pages(opened));
