import { type Scope } from "../../scope/scope.ts";
import { type ChatProvider } from "./port.ts";

/** A team's chat, and the news that go there. */
export interface ConnectedChat {
  readonly connectionId: string;
  readonly provider: ChatProvider;
  readonly news: readonly string[];
}

/** The chats tenants connected. */
export interface ChatConnections {
  list(scope: Scope): Promise<readonly ConnectedChat[]>;
  /** One by its id; null when it was disconnected since. */
  find(scope: Scope, connectionId: string): Promise<ConnectedChat | null>;
}

let connections: ChatConnections | undefined;

/** Tells the process where teams' chats are, once at the start. */
export function useChats(chosen: ChatConnections): void {
  connections = chosen;
}

function chosen(): ChatConnections {
  if (!connections) throw new Error("useChats was not called at the start of the process.");
  return connections;
}

/** The chats a tenant's news go to. */
export const chatsOf = (scope: Scope): Promise<readonly ConnectedChat[]> => chosen().list(scope);

/** A tenant's chat by its connection; null when it was disconnected since. */
export const findChat = (scope: Scope, connectionId: string): Promise<ConnectedChat | null> =>
  chosen().find(scope, connectionId);
