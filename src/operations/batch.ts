/**
 * Group commit: calls that arrive while one is under way go out together in the next. Nobody waits on purpose; alone
 * on the line, a call loses nothing. When a whole batch fails, its members are tried one by one, so that one bad
 * apple spoils only itself.
 */
export function batched<T, R>(
  run: (items: readonly T[]) => Promise<readonly R[]>,
  { most, flights }: { readonly most: number; readonly flights: number },
): (item: T) => Promise<R> {
  interface Waiting {
    readonly item: T;
    readonly resolve: (value: R) => void;
    readonly reject: (reason: unknown) => void;
  }
  const waiting: Waiting[] = [];
  let flying = 0;

  const settle = async (batch: readonly Waiting[]): Promise<void> => {
    try {
      const results = await run(batch.map(({ item }) => item));
      batch.forEach(({ resolve }, at) => {
        resolve(results[at] as R);
      });
    } catch (error) {
      if (batch.length === 1) batch[0]?.reject(error);
      else for (const one of batch) await settle([one]);
    }
  };

  const depart = (): void => {
    while (flying < flights && waiting.length > 0) {
      flying += 1;
      void settle(waiting.splice(0, most)).finally(() => {
        flying -= 1;
        depart();
      });
    }
  };

  return (item) =>
    new Promise<R>((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      // After the current turn of the loop: whatever else this turn brings can travel along.
      if (waiting.length === 1) setImmediate(depart);
    });
}
