import { type Access, procedure, router } from "../../platform/rpc/procedure.ts";
import { getOverview } from "./get-overview.ts";
import { listActivity } from "./list-activity.ts";
import { listAudit } from "./list-audit.ts";
import { createNote } from "./notes/create-note.ts";
import { deleteNote } from "./notes/delete-note.ts";
import { listNotes } from "./notes/list-notes.ts";
import { retryJob } from "./retry-job.ts";
import { getSearchAnalytics } from "./searches/get-search-analytics.ts";
import { noteOpened } from "./searches/note-opened.ts";
import { noteSearch } from "./searches/note-search.ts";

const searcher: Access = { audience: "visitor", module: "core", proofOfWork: true, callsPerMinute: 60 };
const office = (permission: string): Access => ({
  audience: ["staff", "server"],
  module: "core",
  permission,
});

export const insightsRouter = router({
  getOverview: procedure(office("insights.view_overview")).query(getOverview),
  retryJob: procedure(office("insights.retry_jobs")).mutation(retryJob),
  listActivity: procedure(office("identity.view_members")).query(listActivity),
  listAudit: procedure(office("insights.audit")).query(listAudit),
  noteSearch: procedure(searcher).mutation(noteSearch),
  noteOpened: procedure(searcher).mutation(noteOpened),
  getSearchAnalytics: procedure(office("insights.searches")).query(getSearchAnalytics),
  listNotes: procedure(office("insights.notes")).query(listNotes),
  createNote: procedure(office("insights.notes")).mutation(createNote),
  deleteNote: procedure(office("insights.notes")).mutation(deleteNote),
});
