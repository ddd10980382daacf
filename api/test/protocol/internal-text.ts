/** What no answer may hold: words of SQL and of the runtime, stack lines, paths of files. */
export const internalText =
  /insert into|violates|relation "|column "|syntax error at|invalid input syntax|knex|objection|node_modules|file:\/\/|\.[mc]?[tj]s:\d+|\bat \w+ \(|TypeError|RangeError|SyntaxError|ZodError|ECONN\w+|SQLSTATE|app_tenant|\/src\/modules/i;
