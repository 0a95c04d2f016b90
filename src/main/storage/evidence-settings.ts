/** The settings of evidence: how large a file may be, and in which object store files are kept, if in one. */

export interface S3Access {
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  readonly accessKeyFile: string;
  readonly secretKeyFile: string;
}

export const EVIDENCE_SETTINGS = [
  'LEEWAY_EVIDENCE_MAX_MB',
  'LEEWAY_S3_ENDPOINT',
  'LEEWAY_S3_BUCKET',
  'LEEWAY_S3_REGION',
  'LEEWAY_S3_ACCESS_KEY_FILE',
  'LEEWAY_S3_SECRET_KEY_FILE',
] as const;

type Given = (name: string) => string | null;
type Fault = (name: string, what: string) => void;

const MB = 1024 * 1024;

/** Bytes of one file. */
export function evidenceMaxIn(given: Given, fault: Fault): number {
  const value = given('LEEWAY_EVIDENCE_MAX_MB') ?? '100';
  if (!/^\d{1,4}$/.test(value) || Number(value) < 1 || Number(value) > 2_000)
    fault('LEEWAY_EVIDENCE_MAX_MB', 'has to be a number of megabytes from 1 to 2000');
  return Number(value) * MB;
}

/** The object store: all of its settings but the region, or none. */
export function s3In(given: Given, fault: Fault, path: Given): S3Access | null {
  const named = {
    LEEWAY_S3_ENDPOINT: given('LEEWAY_S3_ENDPOINT'),
    LEEWAY_S3_BUCKET: given('LEEWAY_S3_BUCKET'),
    LEEWAY_S3_ACCESS_KEY_FILE: path('LEEWAY_S3_ACCESS_KEY_FILE'),
    LEEWAY_S3_SECRET_KEY_FILE: path('LEEWAY_S3_SECRET_KEY_FILE'),
  };
  const region = given('LEEWAY_S3_REGION');
  if (region === null && Object.values(named).every((value) => value === null)) return null;
  for (const [name, value] of Object.entries(named))
    if (value === null) fault(name, 'is missing: an object store takes endpoint, bucket and both key files');
  const { LEEWAY_S3_ENDPOINT: endpoint, LEEWAY_S3_BUCKET: bucket } = named;
  if (endpoint !== null && !isEndpoint(endpoint))
    fault('LEEWAY_S3_ENDPOINT', 'has to be an http or https address without user, path or query');
  if (bucket !== null && !/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(bucket))
    fault('LEEWAY_S3_BUCKET', 'has to be the name of a bucket');
  if (region !== null && !/^[a-z0-9-]{1,40}$/.test(region))
    fault('LEEWAY_S3_REGION', 'has to be the name of a region');
  return {
    endpoint: endpoint ?? '',
    bucket: bucket ?? '',
    region: region ?? 'us-east-1',
    accessKeyFile: named.LEEWAY_S3_ACCESS_KEY_FILE ?? '',
    secretKeyFile: named.LEEWAY_S3_SECRET_KEY_FILE ?? '',
  };
}

function isEndpoint(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, username, pathname, search, hash } = new URL(value);
  return (
    ['http:', 'https:'].includes(protocol) &&
    username === '' &&
    pathname === '/' &&
    search === '' &&
    hash === ''
  );
}
