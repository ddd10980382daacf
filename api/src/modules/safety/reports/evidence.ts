import { open, seal } from "../../../platform/secrets.ts";
import { type Scope } from "../../../platform/scope/scope.ts";

const bindingOf = ({ tenant }: Scope, reportId: string) => ({
  purpose: "safety.evidence",
  tenantId: tenant.id,
  subject: reportId,
});

/** Seals content for a report: a copy of the database shows nobody what was written. */
export const sealEvidence = (scope: Scope, reportId: string, content: object): string =>
  seal(JSON.stringify(content), bindingOf(scope, reportId));

/** The content as it was when it was reported. */
export const openEvidence = (scope: Scope, reportId: string, sealed: string): Record<string, unknown> =>
  JSON.parse(open(sealed, bindingOf(scope, reportId)));
