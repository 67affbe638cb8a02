/** The time that work may take before the page's other tasks run. */
const SLICE_MS = 8;

/** Lets the page paint and handle input. Unlike nested timers, a message channel is not throttled. */
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
