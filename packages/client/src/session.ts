// The token that calls carry: the caller's own, or one of a session that is opened and renewed here.
import { isCunserviciosError } from './errors.ts';
import type { ClientOptions, Credentials } from './options.ts';
import type { Tokens } from './procedures.ts';

/** The three calls a session needs; they are sent without a token. */
export type Doors = {
  login: (credentials: Credentials) => Promise<Tokens>;
  refresh: (refresh_token: string) => Promise<Tokens>;
  logout: (refresh_token: string) => Promise<void>;
};

/** The session of one client. Tokens stay in memory. */
export function createSession({ token, credentials }: ClientOptions, doors: Doors) {
  let tokens: Tokens | undefined;
  let known = credentials;
  let given = token;
  let opening: Promise<Tokens> | undefined;

  /** Calls that meet the same end wait for one and the same renewal. */
  const once = (open: () => Promise<Tokens>) =>
    (opening ??= open()
      .then((opened) => (tokens = opened))
      .finally(() => (opening = undefined)));

  const own = () => (typeof given === 'function' ? given() : given);

  const reopen = async (refresh_token: string | undefined) => {
    try {
      if (refresh_token) return await doors.refresh(refresh_token);
    } catch (error) {
      if (!isCunserviciosError(error) || error.status !== 401) throw error;
      tokens = undefined;
      if (!known) throw error;
    }
    if (known) return await doors.login(known);
    throw new TypeError('There is nothing to renew the session with.');
  };

  return {
    /** The token of the moment. With `open`, a session is opened when there are credentials and none is open. */
    current: async (open: boolean): Promise<string | undefined> => {
      if (given !== undefined) return await own();
      if (opening && open) return (await opening).access_token;
      if (!tokens && known && open) await once(() => reopen(undefined));
      return tokens?.access_token;
    },
    /** Another token than the one that was refused, or undefined when there is none to be had. */
    renew: async (refused: string): Promise<string | undefined> => {
      if (given !== undefined) {
        const another = await own();
        return another === refused ? undefined : another;
      }
      if (tokens && tokens.access_token !== refused) return tokens.access_token;
      const refresh_token = tokens?.refresh_token;
      if (!refresh_token && !known) return undefined;
      return (await once(() => reopen(refresh_token))).access_token;
    },
    signIn: (credentials: Credentials) => {
      // The password is not kept, nor is that of another user: who signs in does so again when the session ends.
      given = known = undefined;
      return once(() => doors.login(credentials));
    },
    /** Forgets everything first, so that it holds even when the server cannot be told. */
    signOut: async () => {
      const refresh_token = tokens?.refresh_token;
      tokens = known = given = undefined;
      if (refresh_token) await doors.logout(refresh_token);
    },
  };
}
