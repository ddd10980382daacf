import { type Desk } from "../../base/desk.ts";
import { type Question } from "../../parts/dialog.ts";
import { connectionsVoice } from "./texts.ts";
import { type Connection, fieldsOf, titleOf, valuesOf, type Vendor } from "./vendors.ts";

/** The form that connects a vendor: keeps what was entered, tests it, and says what the vendor answered. */
export function connectForm(desk: Desk, vendor: Vendor, done: () => void): Question {
  const say = connectionsVoice(desk);
  const { integrations } = desk.client;
  const title = say("connectVendor", { vendor: titleOf(vendor) });
  const fields = fieldsOf(desk, vendor, null);
  return {
    title,
    submit: say("connect"),
    fields,
    async run(filled) {
      const { id } = await integrations.createConnection({ vendor, ...valuesOf(filled, fields) });
      // The page shows it even when the test does not come back.
      done();
      const tested = await integrations.testConnection({ id });
      done();
      return { notice: outcomeOf(desk, tested) };
    },
  };
}

/** What disconnecting means for kinds where it is more than an end. */
const leads = { payments: "disconnectPayments", files: "disconnectFiles" } as const satisfies Partial<
  Record<Connection["kind"], string>
>;

/** Everything the team can do with a connection. */
export function connectionActions(
  desk: Desk,
  connection: Connection,
  { isSecond, done }: { readonly isSecond: boolean; readonly done: () => void },
): readonly Question[] {
  const say = connectionsVoice(desk);
  const { integrations } = desk.client;
  const { id, vendor, kind } = connection;
  const fields = fieldsOf(desk, vendor, connection);
  const name = titleOf(vendor);
  const test = async () => {
    const tested = await integrations.testConnection({ id });
    done();
    return { notice: outcomeOf(desk, tested) };
  };
  return [
    {
      title: say("test"),
      lead: kind === "chat" ? say("testChatLead") : say("testLead", { vendor: name }),
      submit: say("test"),
      run: test,
    },
    {
      title: say("replace"),
      lead: say("replaceLead"),
      submit: say("replace"),
      fields,
      async run(filled) {
        await integrations.updateConnection({ id, ...valuesOf(filled, fields) });
        return test();
      },
    },
    ...(isSecond
      ? [
          {
            title: say("first"),
            lead: say(kind === "video" ? "firstLead" : "firstOther", { vendor: name }),
            submit: say("first"),
            async run() {
              await integrations.updateConnection({ id, isFirst: true });
              done();
              return undefined;
            },
          },
        ]
      : []),
    {
      title: say("disconnect"),
      lead: say(kind === "payments" || kind === "files" ? leads[kind] : "disconnectLead", { vendor: name }),
      submit: say("disconnect"),
      isDangerous: true,
      async run() {
        await integrations.deleteConnection({ id });
        done();
        return undefined;
      },
    },
  ];
}

/** What a test said, in the reader's language, with the vendor's own words behind it. */
export function outcomeOf(desk: Desk, { vendor, test }: Connection): string {
  if (!test) return "";
  const sentence = connectionsVoice(desk)(`said_${test.code}`, { vendor: titleOf(vendor) });
  return test.detail === "" || test.code === "works" ? sentence : `${sentence} (${test.detail})`;
}
