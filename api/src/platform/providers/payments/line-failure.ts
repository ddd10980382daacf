/** What axios throws, which two vendors' libraries bring along: no answer, or one they do not take. */
export interface LineFailure extends Error {
  readonly code?: string;
  readonly response?: { readonly status: number; readonly data: unknown };
}

/** Whether something thrown is a failure of the line. */
export const isLineFailure = (thrown: unknown): thrown is LineFailure =>
  thrown instanceof Error && "isAxiosError" in thrown;
