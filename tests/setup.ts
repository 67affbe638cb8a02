import * as fc from "fast-check";

/** For one property, finding and shrinking a fault included: a test's own time limit cannot stop what never gives way. */
const MOST_MS = 50_000;

// The same inputs each time, so that a run tells of the change that it tests; FUZZ_SEED names others.
fc.configureGlobal({
  seed: Number(process.env["FUZZ_SEED"] ?? 20260),
  interruptAfterTimeLimit: MOST_MS,
  markInterruptAsFailure: true,
});
