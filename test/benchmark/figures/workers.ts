/** Does the tasks with so many workers at once, each taking the next one when it is done; answers the seconds it took. */
export async function secondsFor<Task>(
  tasks: readonly Task[],
  workers: number,
  perform: (task: Task, worker: number) => Promise<unknown>,
): Promise<number> {
  let next = 0;
  const since = performance.now();
  await Promise.all(
    Array.from({ length: workers }, async (_, worker) => {
      for (;;) {
        const task = tasks[next];
        if (next >= tasks.length || task === undefined) return;
        next += 1;
        await perform(task, worker);
      }
    }),
  );
  return (performance.now() - since) / 1000;
}

/** Starts one task after the other at a fixed rate, whether or not earlier ones are done; resolves when all are. */
export async function atRate<Task>(
  tasks: readonly Task[],
  aSecond: number,
  perform: (task: Task) => Promise<unknown>,
): Promise<void> {
  const since = performance.now();
  const running: Promise<unknown>[] = [];
  for (const [index, task] of tasks.entries()) {
    const wait = since + (index * 1000) / aSecond - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    running.push(perform(task));
  }
  await Promise.all(running);
}
