import { stopServer } from "../src/platform/db/embedded-server.ts";
import { testClusterDir } from "./cluster.ts";

await stopServer(testClusterDir);
