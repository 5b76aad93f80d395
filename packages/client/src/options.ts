// What a caller may say: once for the client, and with each call.

export type Credentials = { username: string; password: string };

export type ClientOptions = {
  /** Address of the installation, e.g. `https://servicios.ejemplo.co`. */
  url: string | URL;
  /** The utility; without it, the token's, or the installation's default one. */
  tenant?: string | undefined;
  /** An access token that you manage yourself, or a function that gives the one of the moment. */
  token?: string | (() => string | undefined | Promise<string | undefined>) | undefined;
  /** Signs in before the first call that needs it, and again when the session cannot be renewed. */
  credentials?: Credentials | undefined;
  /** Used instead of the global `fetch`. */
  fetch?: typeof fetch | undefined;
  /** How often a call that is safe to repeat is tried again. Default: 2 */
  retries?: number | undefined;
  /** Milliseconds that one try may take. Default: 30,000 */
  timeout?: number | undefined;
  /** Ends every call of this client. */
  signal?: AbortSignal | undefined;
};

export type CallOptions = {
  /** Ends this call; it then throws the signal's reason. */
  signal?: AbortSignal | undefined;
  /** Overrides the client's. */
  retries?: number | undefined;
  /** Overrides the client's. */
  timeout?: number | undefined;
};

export type WriteOptions = CallOptions & {
  /** The `version` that you saw: refused with `version_vieja` when somebody changed the thing since. */
  ifMatch?: number | undefined;
};

export type IdempotentOptions = WriteOptions & {
  /**
   * The same key with the same input answers the first answer again and does nothing twice. The client makes one
   * for each call; give your own, and store it first, when a repetition may come from another process.
   */
  idempotencyKey?: string | undefined;
};
