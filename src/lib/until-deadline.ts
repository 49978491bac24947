// Waits for something, but not for ever. The work goes on.

/** @param ms milliseconds. @returns what the work gives, or `late` if that takes longer. @throws what the work throws in time */
export async function untilDeadline<T>(work: Promise<T>, ms: number): Promise<T | 'late'> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), ms);
  });
  try {
    return await Promise.race([work, deadline]);
  } finally {
    clearTimeout(timer);
  }
}
