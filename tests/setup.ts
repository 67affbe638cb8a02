import * as fc from "fast-check";

/** Limit for one property, including shrinking. A test's own time limit cannot interrupt synchronous code. */
const MOST_MS = 50_000;

// The same inputs each time, so that a failure is caused by the change under test; FUZZ_SEED selects others.
fc.configureGlobal({
  seed: Number(process.env["FUZZ_SEED"] ?? 20260),
  interruptAfterTimeLimit: MOST_MS,
  markInterruptAsFailure: true,
});
