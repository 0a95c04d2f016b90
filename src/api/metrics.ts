/**
 * What Prometheus reads: requests by operation and status, steps by procedure and outcome, and Node's own figures
 * (event-loop lag, memory, file descriptors). Labels come from our own tables; never an id, a person or an address.
 */
import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client';

export interface Metrics {
  readonly registry: Registry;
  /** One answered request; `operationId` is `none` when no route matched. */
  readonly countRequest: (operationId: string, status: number, milliseconds: number) => void;
  /** One step: `outcome` is `accepted` or the name of the problem that refused it. */
  readonly countStep: (procedure: string, outcome: string) => void;
}

/** Upper bounds in seconds: fine where the aim is (15-30 ms), coarse where only trouble lives. */
const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.015, 0.03, 0.06, 0.125, 0.25, 0.5, 1, 2.5, 5, 10];

/** A registry of its own, so that two servers in one process do not share figures. */
export function createMetrics(options: { readonly withProcess?: boolean } = {}): Metrics {
  const registry = new Registry();
  if (options.withProcess ?? true) collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: 'leeway_http_request_duration_seconds',
    help: 'Time from the first byte of a request to the end of its answer, by operation and status',
    labelNames: ['operation', 'status'],
    buckets: BUCKETS,
    registers: [registry],
  });
  const steps = new Counter({
    name: 'leeway_steps_total',
    help: 'Steps of cases, by procedure and outcome',
    labelNames: ['procedure', 'outcome'],
    registers: [registry],
  });

  // Looking up a label set costs more than observing; the sets are few, so keep them.
  const byOperation = new Map<string, Map<number, Histogram.Internal<string>>>();
  return {
    registry,
    countRequest(operationId, status, milliseconds) {
      const byStatus = byOperation.get(operationId) ?? new Map<number, Histogram.Internal<string>>();
      if (byStatus.size === 0) byOperation.set(operationId, byStatus);
      let series = byStatus.get(status);
      if (!series) {
        series = requests.labels(operationId, String(status));
        byStatus.set(status, series);
      }
      series.observe(milliseconds / 1000);
    },
    countStep(procedure, outcome) {
      steps.inc({ procedure, outcome });
    },
  };
}
