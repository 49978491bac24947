// An end to every wait of the tests: what has not happened by then fails with the name of what was waited for.

/** @throws Error that names `what`, after `ms` */
export async function inTime<T>(work: Promise<T>, what: string | (() => string), ms = 20_000): Promise<T> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    late.reject(new Error(`not within ${ms / 1000} s: ${typeof what === 'string' ? what : what()}`));
  }, ms);
  try {
    return await Promise.race([work, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}
