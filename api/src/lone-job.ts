import { openHouse } from "./house.ts";
import { type Env } from "./platform/env.ts";
import { serveLoneRuns } from "./platform/jobs/own-process.ts";

// Started by a worker for jobs whose worker died with them before: neither serves nor works otherwise.
serveLoneRuns(async (env) => {
  const { background } = await openHouse({ env: env as Env, serves: false, works: false });
  return (run) => background.runJobAlone(run);
});
