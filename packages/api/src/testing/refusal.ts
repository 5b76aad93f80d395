import { toRefusal } from '../core/errors.ts';

/** The code with which a call is refused; fails the test when it is not. */
export async function refusalOf(call: Promise<unknown>) {
  try {
    await call;
  } catch (error) {
    return toRefusal(error).code;
  }
  throw new Error('The call was not refused.');
}
