/** What an engine did against the rules of its interface, as a sentence that begins with "It". Only the operator reads it. */
export class EngineInterfaceError extends Error {
  override readonly name = 'EngineInterfaceError';
}
