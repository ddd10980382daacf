import { randomUUID } from "node:crypto";
import { about, plain, type Probe } from "./probe.ts";

const client = ["client"] as const;

/** Endpoints, deliveries and connections, and what staff see of them all. */
export const integrationProbes: Readonly<Record<string, Probe>> = {
  "integrations.listEndpoints": plain(),
  "insights.getOverview": plain(),
  "insights.listAudit": plain(),
  "insights.listActivity": plain(({ ids }) => ({ memberId: ids.client })),
  "insights.listNotes": plain(({ ids }) => ({ subjectKind: "order", subjectId: ids.paidOrder })),
  // Its id is made up by the caller, and what was opened may be anything.
  "insights.noteSearch": plain(() => ({ id: randomUUID(), kind: "people", text: "harp", found: 1 }), {
    isShared: true,
    answersAlike: true,
  }),
  "insights.noteOpened": about("search", client, {
    and: () => ({ openedId: randomUUID() }),
    answersAlike: true,
  }),
  "insights.getSearchAnalytics": plain(),
  "insights.createNote": plain(({ ids, word }) => ({
    subjectKind: "member",
    subjectId: ids.client,
    text: `${word} note`,
  })),
  "integrations.listDeliveries": plain(({ ids }) => ({ endpointId: ids.endpoint })),
  "integrations.getDelivery": about("delivery"),
  "integrations.createEndpoint": plain(({ word }) => ({
    url: "https://hooks.example/probe",
    description: `${word} probe`,
  })),
  "integrations.updateEndpoint": about("oldEndpoint", [], {
    and: ({ word }) => ({ description: `${word} changed` }),
  }),
  "integrations.rollEndpointSecret": about("oldEndpoint"),
  "integrations.testEndpoint": about("endpoint"),
  "integrations.replayDelivery": about("delivery"),
  "integrations.replayDeliveries": plain((cast) => ({
    endpointId: cast.ids.endpoint,
    from: cast.at(-96),
    until: cast.at(-48),
  })),

  "integrations.listConnections": plain(),
  "integrations.createConnection": plain(({ word }) => ({ vendor: "daily", apiKey: `${word}-daily-key` })),
  "integrations.updateConnection": about("connection", [], {
    and: ({ word }) => ({ textModel: `${word}-model` }),
  }),
  "integrations.testConnection": about("connection"),
};
