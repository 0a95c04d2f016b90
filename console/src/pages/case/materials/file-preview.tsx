/**
 * A look at a file inside the page: pictures, PDF and plain text. It is asked for as a download is, and put on record like
 * one; what was read is forgotten when the look ends.
 */
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { problemOf } from '../../../api/client.ts';
import type { components } from '../../../api/schema.d.ts';
import { Failed, Loading } from '../../../parts/states.tsx';
import { useMaterialWords } from '../../../words/case-files.ts';

export type Evidence = components['schemas']['Evidence'];

/** Kinds a browser shows without running anything of theirs. */
const SHOWN: Readonly<Record<string, 'image' | 'pdf' | 'text'>> = {
  jpeg: 'image',
  png: 'image',
  webp: 'image',
  pdf: 'pdf',
  txt: 'text',
  csv: 'text',
};

export const canShow = ({ kind }: Pick<Evidence, 'kind'>): boolean => kind in SHOWN;

/** Where a file is fetched from. */
export const fileAddress = (
  { id, case: caseId }: Pick<Evidence, 'id' | 'case'>,
  copy: 'original' | 'cleaned',
) => `/api/v1/cases/${caseId}/evidence/${id}?copy=${copy}`;

export function FilePreview({ file, title }: { readonly file: Evidence; readonly title: string }) {
  const t = useMaterialWords();
  const how = SHOWN[file.kind];
  const content = useQuery({
    queryKey: ['case', file.case, 'file', file.id],
    queryFn: ({ signal }) => bytesOf(file, signal),
    enabled: how !== undefined,
    retry: false,
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
  if (how === undefined) return <p>{t('cannotShow')}</p>;
  if (content.isPending) return <Loading />;
  if (content.isError) return <Failed error={content.error} retry={() => void content.refetch()} />;
  if (how === 'text') return <TextOf blob={content.data} />;
  return <Shown {...{ how, title }} blob={content.data} />;
}

async function bytesOf(file: Evidence, signal: AbortSignal): Promise<Blob> {
  // The copy without metadata where there is one: what is looked at is what may be passed on.
  const response = await fetch(fileAddress(file, file.cleaned ? 'cleaned' : 'original'), {
    credentials: 'same-origin',
    signal,
  });
  if (!response.ok) throw problemOf(await response.json().catch(() => null), response);
  // The kind is the server's finding, never what the file says of itself.
  return new Blob([await response.arrayBuffer()], { type: file.mediaType });
}

function Shown({
  blob,
  how,
  title,
}: {
  readonly blob: Blob;
  readonly how: 'image' | 'pdf';
  readonly title: string;
}) {
  const address = useMemo(() => URL.createObjectURL(blob), [blob]);
  useEffect(
    () => () => {
      URL.revokeObjectURL(address);
    },
    [address],
  );
  return how === 'image' ? (
    <img src={address} alt={title} className="file-shown" />
  ) : (
    <iframe src={address} title={title} className="file-shown framed" />
  );
}

function TextOf({ blob }: { readonly blob: Blob }) {
  const text = useQuery({
    queryKey: ['text', blob.size, blob],
    queryFn: () => blob.text(),
    gcTime: 0,
  });
  return <pre className="file-shown">{text.data}</pre>;
}
