import { about, plain, type Probe } from "./probe.ts";

/** Blocks, reports, the queue and sanctions. */
export const safetyProbes: Readonly<Record<string, Probe>> = {
  "safety.listBlocks": plain(),
  "safety.createBlock": plain(({ ids }) => ({ memberId: ids.guest }), { isShared: true }),
  "safety.createReport": plain(
    ({ ids, word }) => ({
      subjectKind: "profile",
      subjectId: ids.coach,
      category: "spam",
      text: `${word} again`,
    }),
    { isShared: true, answers: ["409 safety.own_account"] },
  ),
  "safety.listCases": plain(),
  "safety.getCase": about("case"),
  "safety.openCase": about("case"),
  "safety.releaseCase": about("case"),
  "safety.claimCase": about("case"),
  "safety.tryRules": plain({ text: "Western Union", audience: "public" }),
  "safety.listOwnSanctions": plain(),
  "safety.listSanctions": plain(),
  "safety.createSanction": plain(({ ids, word }) => ({
    memberId: ids.guest,
    kind: "warning",
    reason: `${word} again`,
  })),
  "safety.appealSanction": about("warning", ["sibling"], { and: ({ word }) => ({ text: `${word} appeal` }) }),
};
