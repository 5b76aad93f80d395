// Token buckets in the memory of this process: each key may spend `burst` at once and `perSecond` for long.
export type Limit = { burst: number; perSecond: number };

/** What is left after a request; `wait` is in seconds, 0 when it may go on. */
export type Verdict = { limit: number; remaining: number; reset: number; wait: number };

type Bucket = { tokens: number; at: number };

const MOST_KEYS = 50_000;

/** Buckets of one kind, filled as time passes. `now` in milliseconds. */
export function createBuckets({ burst, perSecond }: Limit, now: () => number = () => performance.now()) {
  const buckets = new Map<string, Bucket>();
  return (key: string, cost = 1): Verdict => {
    const time = now();
    let bucket = buckets.get(key);
    if (!bucket) {
      if (buckets.size >= MOST_KEYS) dropFull(buckets, { burst, perSecond }, time);
      buckets.set(key, (bucket = { tokens: burst, at: time }));
    }
    bucket.tokens = Math.min(burst, bucket.tokens + ((time - bucket.at) / 1000) * perSecond);
    bucket.at = time;
    const allowed = bucket.tokens >= cost;
    if (allowed) bucket.tokens -= cost;
    return {
      limit: burst,
      remaining: Math.floor(bucket.tokens),
      reset: Math.ceil((burst - bucket.tokens) / perSecond),
      wait: allowed ? 0 : Math.ceil((cost - bucket.tokens) / perSecond),
    };
  };
}

/** Forgets keys that have been quiet long enough to be full again; all of them when that frees too few. */
function dropFull(buckets: Map<string, Bucket>, { burst, perSecond }: Limit, time: number) {
  for (const [key, { tokens, at }] of buckets)
    if (tokens + ((time - at) / 1000) * perSecond >= burst) buckets.delete(key);
  if (buckets.size > MOST_KEYS * 0.9) buckets.clear();
}
