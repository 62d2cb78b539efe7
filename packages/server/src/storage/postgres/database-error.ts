import { StorageUnavailableError } from '../storage-unavailable-error.ts';

/** A database that restarts or fails over is back within seconds. */
const RETRY_AFTER_MS = 2000;

/** Errors of the network and of name resolution. */
const LOST_CODES: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EAI_AGAIN',
]);
/** The server ends the session: it shuts down, restarts, starts up, or has waited too long for the next statement. */
const ENDED_SESSION = /^(?:08(?!P01)...|57P0[1235]|25P0[34])$/;
/** Another attempt may succeed: serialization failures, deadlocks, too many connections, a standby that is being promoted. */
const RETRYABLE = /^(?:40001|40P01|53300|55P03|25006)$/;
/** `pg` reports these without a code. */
const LOST_MESSAGES =
  /^(?:Connection terminated|Client has encountered a connection error|Query read timeout|timeout exceeded when trying to connect|Client was closed)/;

/** SQLSTATE or the code of a system error. */
export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** The name of the violated constraint, if the error is the violation of a unique constraint. */
export function violatedConstraint(error: unknown): string | undefined {
  if (errorCode(error) !== '23505' || !(error instanceof Error)) return undefined;
  return 'constraint' in error && typeof error.constraint === 'string' ? error.constraint : undefined;
}

/** Whether the connection was lost: what was sent last may have been executed. */
export function isConnectionLost(error: unknown): boolean {
  const code = errorCode(error);
  if (code !== undefined) return LOST_CODES.has(code) || ENDED_SESSION.test(code);
  return error instanceof Error && LOST_MESSAGES.test(error.message);
}

/** Whether the same statements may succeed in a moment, on this or another connection. */
export function isTransient(error: unknown): boolean {
  return isConnectionLost(error) || RETRYABLE.test(errorCode(error) ?? '');
}

/** `pg` reports it without a code. */
const NO_TLS = 'The server does not support SSL connections';
const POOLER =
  'is behind a pooler in transaction mode. Set `transactionPooling: true`, and migrate on the database itself.';

/** By SQLSTATE. Any other error is a bug that an operator cannot fix. */
const EXPLANATIONS: Readonly<Record<string, string>> = {
  // What is sent when a connection begins: poolers do not know every parameter.
  '08P01':
    'refuses a parameter of the connection, as poolers do. Set `transactionPooling: true` behind a pooler in transaction mode; in session mode let it ignore statement_timeout and idle_in_transaction_session_timeout.',
  // Prepared statements of another session, and missing ones.
  '42P05': POOLER,
  '26000': POOLER,
  '28000': 'refuses this role. Check the connection string and pg_hba.conf.',
  '28P01': 'refuses the password. Check the connection string.',
  '3D000': 'does not exist. Create it, or correct the connection string.',
  '3F000':
    'has no such schema, and this role may not create it. Run `threadkit migrate` with a role that may.',
  '42501':
    'does not allow this role what the server needs: USAGE of the schema and SELECT, INSERT, UPDATE and DELETE on its tables, and to migrate also CREATE on the database. Grant it.',
  '42P01': 'does not have the tables of this server. Run `threadkit migrate`.',
  '53100': 'has a full disk. Free some space.',
  '53200': 'is out of memory.',
  '53300': 'has no free connection. Lower `maxConnections`, raise max_connections, or use a pooler.',
  '57014':
    'did not finish a statement within its time limit. Look for long transactions and missing vacuums.',
  '25006': 'is read-only, as a standby is. Connect to the primary.',
  '57P03': 'is starting up.',
};

/**
 * Converts an error of the database that an operator can fix to {@link StorageUnavailableError}; returns any other unchanged.
 * `name` is the database without credentials.
 */
export function explainDatabaseError(error: unknown, name: string): unknown {
  const code = errorCode(error) ?? '';
  const explanation = EXPLANATIONS[code];
  if (explanation !== undefined) {
    return new StorageUnavailableError(`The database ${name} ${explanation}`, {
      // `cause` would show in logs what the server said about stored values.
      ...(isTransient(error) && { retryAfterMs: RETRY_AFTER_MS }),
    });
  }
  if (code === 'ENOTFOUND') {
    return new StorageUnavailableError(
      `The host of the database ${name} is not known. Correct the connection string.`,
    );
  }
  if (error instanceof Error && error.message === NO_TLS) {
    return new StorageUnavailableError(
      `The database ${name} has no TLS, which the connection string asks for. Set it up, or leave out \`sslmode\`.`,
    );
  }
  if (!isConnectionLost(error)) return error;
  return new StorageUnavailableError(
    `The database ${name} cannot be reached (${code || 'connection lost'}). Check that it runs and accepts connections from here.`,
    { retryAfterMs: RETRY_AFTER_MS },
  );
}
