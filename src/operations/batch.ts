/**
 * Group commit: calls that arrive while one is under way go out together in the next. Nobody waits on purpose; alone
 * on the line, a call loses nothing. When a batch is refused, its members are tried one by one, so that one bad apple
 * spoils only itself; when it is not known what became of it, nothing is sent twice.
 */
export interface Batching {
  readonly most: number;
  /** How many batches may be out at once. */
  readonly flights: number;
  /** Whether the failure of a batch says for certain that nothing of it took effect. */
  readonly wasRefused: (error: unknown) => boolean;
}

export function batched<T, R>(
  run: (items: readonly T[]) => Promise<readonly R[]>,
  { most, flights, wasRefused }: Batching,
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
      if (batch.length > 1 && wasRefused(error)) for (const one of batch) await settle([one]);
      else for (const { reject } of batch) reject(error);
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
