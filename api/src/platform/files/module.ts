import { type Module } from "../module.ts";
import { claimFiles, discardFilesOf } from "./attach.ts";
import { fileErrors } from "./errors.ts";
import { exportFiles } from "./export-files.ts";
import { fileRoutes } from "./http.ts";
import { deleteBytes, discardedFact, discardOrphan, quarantinedFact } from "./jobs.ts";
import { sweepDaily, sweepFact, sweepStorage } from "./sweep.ts";

/** What the keeping of files adds to the house; which files there are is said by the modules that need them. */
export const filesModule: Module = {
  name: "files",
  settings: null,
  permissions: {
    "files.view_findings": "See uploads in which malware was found",
    "files.findings": "Delete uploads in which malware was found",
  },
  errors: fileErrors,
  events: {
    "file.discarded": { fact: discardedFact, recipients: () => [], frame: null, webhook: null },
    "file.quarantined": { fact: quarantinedFact, recipients: () => [], frame: null, webhook: null },
    "file.sweep_due": { fact: sweepFact, recipients: () => [], frame: null, webhook: null },
  },
  jobs: [deleteBytes, sweepStorage],
  timers: [discardOrphan, sweepDaily],
  flows: [],
  http: fileRoutes,
  files: [],
  search: [],
  reportables: [],
  conversationContexts: [],
  metrics: [],
  personalData: {
    export: exportFiles,
    erase: discardFilesOf,
    blockers: async () => [],
    retentionDays: { orphans: 1, findings: 30 },
  },
  claim: claimFiles,
  counts: {},
  admin: [],
  demo: null,
};
