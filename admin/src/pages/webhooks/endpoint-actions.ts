import { type Contract } from "@tessera/sdk/browser";
import { type Desk } from "../../base/desk.ts";
import { type Filled, type Question, textOf, ticksOf } from "../../parts/dialog.ts";
import { webhooksVoice } from "./texts.ts";

type Endpoint = Contract["integrations"]["listEndpoints"]["output"]["items"][number];

/** Everything the team can do with an endpoint. */
export function endpointActions(
  desk: Desk,
  endpoint: Endpoint,
  eventNames: readonly string[],
  done: () => void,
): readonly Question[] {
  const say = webhooksVoice(desk);
  const { integrations } = desk.client;
  const { id, state, url } = endpoint;
  const doing = (work: () => Promise<unknown>) => async () => {
    await work();
    done();
    return undefined;
  };
  const isActive = state === "active";
  const switched = say(isActive ? "disable" : "enable");
  return [
    endpointForm(desk, endpoint, eventNames, done),
    {
      title: say("test"),
      lead: say("testLead"),
      submit: say("test"),
      run: doing(() => integrations.testEndpoint({ id })),
    },
    replayForm(desk, endpoint, done),
    {
      title: say("roll"),
      lead: say("rollLead"),
      submit: say("roll"),
      async run() {
        const { secret } = await integrations.rollEndpointSecret({ id, overlapHours: 24 });
        done();
        return secret;
      },
    },
    {
      title: switched,
      lead: url,
      submit: switched,
      run: doing(() => integrations.updateEndpoint({ id, state: isActive ? "disabled" : "active" })),
    },
    {
      title: say("remove"),
      lead: say("removeLead"),
      submit: say("remove"),
      isDangerous: true,
      run: doing(() => integrations.deleteEndpoint({ id })),
    },
  ];
}

/** The form of a new endpoint, or of one that is there. A new one's secret is shown once. */
export function endpointForm(
  desk: Desk,
  endpoint: Endpoint | null,
  eventNames: readonly string[],
  done: () => void,
): Question {
  const say = webhooksVoice(desk);
  const { integrations } = desk.client;
  const name = say(endpoint ? "edit" : "add");
  return {
    title: name,
    submit: name,
    fields: [
      {
        name: "url",
        label: say("url"),
        kind: "url",
        value: endpoint?.url ?? "https://",
        isRequired: true,
        check: (typed) => (URL.canParse(typed) ? undefined : say("urlWrong")),
      },
      { name: "description", label: say("description"), value: endpoint?.description ?? "" },
      {
        name: "eventNames",
        label: say("events"),
        kind: "ticks",
        hint: say("eventsHint"),
        options: eventNames.map((value) => ({ value, text: value })),
        ticked: endpoint?.eventNames ?? [],
      },
    ],
    async run(filled) {
      const ticked = ticksOf(filled, "eventNames");
      const fields = {
        url: textOf(filled, "url"),
        description: textOf(filled, "description"),
        eventNames: ticked.length > 0 ? ticked : ["*"],
      };
      const created = endpoint
        ? await integrations.updateEndpoint({ id: endpoint.id, ...fields }).then(() => null)
        : await integrations.createEndpoint(fields);
      done();
      return created?.secret;
    },
  };
}

function replayForm(desk: Desk, { id }: Endpoint, done: () => void): Question {
  const say = webhooksVoice(desk);
  const instant = (filled: Filled, name: string) => new Date(textOf(filled, name)).toISOString();
  return {
    title: say("replay"),
    lead: say("replayLead"),
    submit: say("replay"),
    fields: [
      { name: "from", label: say("from"), kind: "moment", isRequired: true },
      { name: "until", label: say("until"), kind: "moment", isRequired: true },
      {
        name: "which",
        label: say("which"),
        kind: "choice",
        value: "failed",
        options: [
          { value: "failed", text: say("onlyFailed") },
          { value: "all", text: say("all") },
        ],
      },
    ],
    async run(filled) {
      const { hasMore } = await desk.client.integrations.replayDeliveries({
        endpointId: id,
        from: instant(filled, "from"),
        until: instant(filled, "until"),
        onlyFailed: textOf(filled, "which") === "failed",
      });
      done();
      return hasMore ? { notice: say("replayRest") } : undefined;
    },
  };
}
