/** Time that work may take before the page gets its turn. */
const SLICE_MS = 8;

/** Lets the page paint and take input; unlike a timer it is not slowed down when it is nested. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener("message", () => {
      port1.close();
      resolve();
    });
    port1.start();
    port2.postMessage(0);
  });
}

/**
 * Runs a generator to its end, a few milliseconds at a time.
 *
 * @throws the signal's reason when it is aborted
 */
export async function inSlices<T>(steps: Generator<unknown, T, void>, signal: AbortSignal): Promise<T> {
  for (;;) {
    const until = performance.now() + SLICE_MS;
    do {
      const step = steps.next();
      if (step.done) return step.value;
    } while (performance.now() < until);
    await nextTask();
    signal.throwIfAborted();
  }
}
