import { createHmac } from "node:crypto";
import { type ServedAnswer, type ServedCall, VendorServer } from "./vendor-server.ts";

/** A text message as Twilio took it. */
export interface TakenText {
  readonly sid: string;
  readonly to: string;
  readonly from: string;
  readonly text: string;
  readonly statusCallback: string;
}

const refusal = (status: number, code: number, message: string): ServedAnswer => ({
  status,
  body: { code, message, more_info: `https://www.twilio.com/docs/errors/${code}`, status },
});

// Numbers that Twilio refuses at once, by the code it says.
const refusedNumbers: Readonly<Record<string, readonly [number, string]>> = {
  "+15005550001": [21211, "The 'To' number +15005550001 is not a valid phone number."],
  "+15005550004": [21610, "Attempt to send to unsubscribed recipient"],
  "+15005550003": [21408, "Permission to send an SMS has not been enabled for the region"],
};

/** Twilio's Messages and Accounts resources, and its signed status callbacks. */
export class TwilioServer extends VendorServer {
  readonly accountSid = "AC00112233445566778899aabbccddeeff";
  readonly authToken = "c0ffee00112233445566778899aabbcc";
  status = "active";
  readonly texts: TakenText[] = [];

  /** The form and the header of a callback about a message. */
  callback(
    address: string,
    fields: Readonly<Record<string, string>>,
    authToken = this.authToken,
  ): { readonly body: string; readonly signature: string } {
    const text = Object.keys(fields)
      .toSorted()
      .reduce((whole, name) => whole + name + fields[name]!, address);
    return {
      body: new URLSearchParams(fields).toString(),
      signature: createHmac("sha1", authToken).update(text).digest("base64"),
    };
  }

  protected answer({ call, body, authorization }: ServedCall): ServedAnswer {
    const basic = `Basic ${Buffer.from(`${this.accountSid}:${this.authToken}`).toString("base64")}`;
    const account = `/2010-04-01/Accounts/${this.accountSid}`;
    if (authorization !== basic) return refusal(401, 20003, "Authenticate");
    if (call === `GET ${account}.json`)
      return {
        status: 200,
        body: { sid: this.accountSid, friendly_name: "Northlight", status: this.status },
      };
    if (call !== `POST ${account}/Messages.json`) return refusal(404, 20404, "The resource was not found");
    const { To, From, MessagingServiceSid, Body, StatusCallback = "" } = body as Record<string, string>;
    if (!To) return refusal(400, 21604, "A 'To' phone number is required.");
    if (!Body) return refusal(400, 21602, "Message body is required.");
    const from = From ?? MessagingServiceSid;
    if (!from) return refusal(400, 21603, "A 'From' phone number is required.");
    if (Body.length > 1600)
      return refusal(400, 21617, "The concatenated message body exceeds the 1600 character limit");
    const refused = refusedNumbers[To];
    if (refused) return refusal(400, ...refused);
    const sid = `SM${String(this.texts.length).padStart(32, "0")}`;
    this.texts.push({ sid, to: To, from, text: Body, statusCallback: StatusCallback });
    return { status: 201, body: { sid, status: "queued", to: To, from } };
  }
}
