import { about, plain, type Probe } from "./probe.ts";

/** One row for every procedure of `tenancy`. */
export const tenancyProbes: Readonly<Record<string, Probe>> = {
  "tenancy.getSite": plain(),
  "tenancy.getSettings": plain(),
  "tenancy.listKeys": plain(),
  "tenancy.updateSettings": plain(({ word }) => ({
    changes: { tenancy: { brand: { mailSenderName: `${word} sender` } } },
  })),
  "tenancy.createKey": plain(({ word }) => ({ kind: "publishable", name: `${word} probe` })),
  "tenancy.rollKey": about("spareKey", [], { and: () => ({ overlapHours: 1 }) }),
  "tenancy.revokeKey": about("oldKey"),
  "tenancy.listDomains": plain(),
  "tenancy.addDomain": plain(({ word }) => ({ domain: `${word}.probe.example` })),
  "tenancy.checkDomain": about("domain"),
  "tenancy.removeDomain": about("oldDomain"),
  "tenancy.createSandbox": plain({}, { answers: ["409 tenancy.sandbox_exists"] }),
};
