/**
 * Evidence in an object store that speaks S3: any of them, addressed by path, with what they all know and nothing more.
 * Files travel in parts, one at a time; parts of a file that was broken off are given up.
 */
import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  NoSuchKey,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { Readable } from 'node:stream';
import { checkedName, FileMissing, StoreAway, type EvidenceStore } from '../../operations/evidence-store.ts';

export interface S3Settings {
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  readonly accessKey: string;
  readonly secretKey: string;
}

/** Bytes of a part: what is held in memory of each file under way. No store takes smaller ones. */
const PART = 5 * 1024 * 1024;
const PREFIX = 'evidence/';
const NAME = /^evidence\/([0-9a-f]{32})$/;
/** Milliseconds to reach the store, and between two signs of life. */
const CONNECT_MS = 3_000;
const SILENCE_MS = 30_000;

/** The store in this bucket, which has to be there. */
export function createS3Store(settings: S3Settings): EvidenceStore & { readonly close: () => void } {
  const { endpoint, bucket: Bucket, region, accessKey, secretKey } = settings;
  const client = new S3Client({
    endpoint,
    region,
    forcePathStyle: true,
    credentials: { accessKeyId: accessKey, secretAccessKey: secretKey },
    // Checksums of newer kinds are not known everywhere; the segments of a file are sealed one by one.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    maxAttempts: 3,
    requestHandler: { connectionTimeout: CONNECT_MS, requestTimeout: SILENCE_MS },
  });
  const keyOf = (name: string) => PREFIX + checkedName(name);

  return {
    write: async (name, content) => {
      let fault: unknown;
      async function* watched(): AsyncGenerator<Buffer> {
        try {
          yield* content;
        } catch (error) {
          fault = error;
          throw error;
        }
      }
      const Key = keyOf(name);
      const upload = new Upload({
        client,
        params: { Bucket, Key, Body: Readable.from(watched(), { objectMode: false }) },
        partSize: PART,
        queueSize: 1,
        leavePartsOnError: false,
      });
      try {
        await upload.done();
      } catch (error) {
        await upload.abort().catch(() => undefined); // there may be nothing to give up
        throw fault ?? asStoreError(error);
      }
    },

    read: async function* (name, { start, end }) {
      const Key = keyOf(name);
      if (end <= start) return;
      let body: Readable;
      try {
        const range = `bytes=${start}-${end - 1}`;
        const reply = await client.send(new GetObjectCommand({ Bucket, Key, Range: range }));
        body = reply.Body as Readable;
      } catch (error) {
        throw asStoreError(error);
      }
      try {
        for await (const chunk of body) yield chunk as Buffer;
      } catch (error) {
        throw asStoreError(error);
      } finally {
        body.destroy();
      }
    },

    remove: async (name) => {
      const Key = keyOf(name);
      try {
        await client.send(new DeleteObjectCommand({ Bucket, Key }));
      } catch (error) {
        throw asStoreError(error);
      }
    },

    names: async function* (before) {
      let token: string | undefined;
      do {
        const page = await client
          .send(
            new ListObjectsV2Command({ Bucket, Prefix: PREFIX, ...(token && { ContinuationToken: token }) }),
          )
          .catch((error: unknown) => {
            throw asStoreError(error);
          });
        const old = (page.Contents ?? []).flatMap(({ Key = '', LastModified }) => {
          const name = NAME.exec(Key)?.[1];
          return name !== undefined && LastModified && LastModified < before ? [name] : [];
        });
        if (old.length > 0) yield old;
        token = page.NextContinuationToken;
      } while (token);
    },

    close: () => {
      client.destroy();
    },
  };
}

/** What is wrong with a request is a bug, what is wrong with the store passes; a message of theirs is never repeated. */
function asStoreError(error: unknown): unknown {
  if (error instanceof NoSuchKey) return new FileMissing('no such file in the store');
  const status = error instanceof S3ServiceException ? error.$metadata.httpStatusCode : undefined;
  if (status === 404 && (error as Error).name === 'NoSuchKey')
    return new FileMissing('no such file in the store');
  const code = (error as { name?: string; code?: string }).code ?? (error as Error).name;
  return new StoreAway(`the object store of evidence: ${status ?? code}`);
}
