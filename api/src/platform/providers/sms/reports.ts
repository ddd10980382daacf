import { type Tenant } from "../../scope/tenant.ts";
import { type InboundRequest } from "../payments/port.ts";

/** A text message that did not arrive after all. */
export interface TextReport {
  /** The provider's id of the report: it is applied once. */
  readonly id: string;
  /** The key the message was sent under. */
  readonly deliveryId: string;
  /** In the words of the provider. */
  readonly said: string;
  /** Whether the number never takes any. */
  readonly isForEver: boolean;
}

/** The provider did not sign what arrived. */
export class TextReportRefused extends Error {
  override readonly name = "TextReportRefused";
}

/** Reads what a provider tells of text messages it took. */
export interface TextReportReader {
  /** The report in a request to the connection's address with this query; null when all is well. Throws `TextReportRefused` unless the provider signed it. */
  read(request: InboundRequest, search: string): TextReport | null;
}

/** Finds who reads the reports of a connection; null when it has none. */
export type FindTextReports = (
  tenant: Tenant,
  vendor: string,
  connectionId: string,
) => Promise<TextReportReader | null>;

let find: FindTextReports | undefined;

/** Tells the process where the readers of reports are, once at the start. */
export function useTextReports(chosen: FindTextReports): void {
  find = chosen;
}

/** Who reads the reports of a tenant's connection; null when it has none. */
export const findTextReports: FindTextReports = async (...which) => (await find?.(...which)) ?? null;
