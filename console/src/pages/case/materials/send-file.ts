/** Sends one file to a case and says how far it is. The browser's older way of asking, since only that one tells progress. */
import { changeHeaders, problemOf } from '../../../api/client.ts';
import { NO_ANSWER, ProblemError } from '../../../api/problem.ts';

export interface Sending {
  readonly done: Promise<void>;
  readonly cancel: () => void;
}

/** The sender took it back: nothing is kept of it. */
export class Cancelled extends Error {}

export function sendFile(caseId: string, file: File, onProgress: (percent: number) => void): Sending {
  const request = new XMLHttpRequest();
  const done = new Promise<void>((resolve, reject) => {
    request.upload.onprogress = ({ loaded, total, lengthComputable }) => {
      if (lengthComputable) onProgress(Math.floor((loaded / total) * 100));
    };
    request.onload = () => {
      if (request.status < 300) resolve();
      else reject(refusalOf(request));
    };
    request.onerror = () => {
      reject(new ProblemError({ code: NO_ANSWER, title: NO_ANSWER, status: 0 }));
    };
    request.onabort = () => {
      reject(new Cancelled());
    };
  });
  request.open('POST', `/api/v1/cases/${encodeURIComponent(caseId)}/evidence`);
  for (const [name, value] of Object.entries(changeHeaders())) request.setRequestHeader(name, value);
  const form = new FormData();
  form.append('file', file);
  request.send(form);
  return {
    done,
    cancel: () => {
      request.abort();
    },
  };
}

function refusalOf(request: XMLHttpRequest): ProblemError {
  const headers = new Headers();
  const requestId = request.getResponseHeader('X-Request-Id');
  if (requestId !== null) headers.set('X-Request-Id', requestId);
  let body: unknown = null;
  try {
    body = JSON.parse(request.responseText);
  } catch {
    // A proxy in between may answer with something else.
  }
  return problemOf(body, { status: request.status, headers });
}
