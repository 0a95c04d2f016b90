/** The evidence of a case: what there is with its hash, who opened it, a look at it, and a file more. */
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { api, unwrap } from '../../../api/client.ts';
import type { components } from '../../../api/schema.d.ts';
import { useMay } from '../../../app/permissions.ts';
import { CopyText } from '../../../parts/copy-text.tsx';
import { DataTable } from '../../../parts/data-table.tsx';
import { PersonName } from '../../../parts/person.tsx';
import { Failed, Loading, Nothing } from '../../../parts/states.tsx';
import { When } from '../../../parts/when.tsx';
import { useMaterialWords } from '../../../words/case-files.ts';
import { useCodes } from '../../../words/codes.ts';
import { caseKey, useCase } from '../case-queries.ts';
import { sizeInWords } from '../file-size.ts';
import '../files.css';
import { canShow, fileAddress, FilePreview, type Evidence } from './file-preview.tsx';
import { Upload } from './upload.tsx';

type Reading = components['schemas']['EvidenceReadingList']['items'][number];

export function MaterialsTab({ caseId }: { readonly caseId: string }) {
  const t = useMaterialWords();
  const may = useMay();
  const view = useCase(caseId);
  const files = useQuery({
    queryKey: [...caseKey(caseId), 'evidence'],
    queryFn: () => unwrap(api.GET('/api/v1/cases/{caseId}/evidence', { params: { path: { caseId } } })),
  });
  const readings = useQuery({
    queryKey: [...caseKey(caseId), 'evidence', 'readings'],
    queryFn: () =>
      unwrap(api.GET('/api/v1/cases/{caseId}/evidence-readings', { params: { path: { caseId } } })),
    retry: false,
  });
  if (files.isPending) return <Loading />;
  if (files.isError) return <Failed error={files.error} retry={() => void files.refetch()} />;
  const { items, limits } = files.data;
  return (
    <>
      {view.data?.isOpen === true && may('evidence.add') && <Upload {...{ caseId, limits }} />}
      <p className="quiet">{t('recorded')}</p>
      {items.length === 0 && <Nothing kind="none_yet" />}
      <ul className="bare file-list" aria-label={t('list')}>
        {items.map((file) => (
          <FileItem
            key={file.id}
            file={file}
            label={limits.kinds.find(({ kind }) => kind === file.kind)?.label}
            readings={readings.data?.items.filter(({ evidence }) => evidence === file.id)}
          />
        ))}
      </ul>
      {readings.data?.isCapped === true && <p className="quiet">{t('capped')}</p>}
    </>
  );
}

interface FileProps {
  readonly file: Evidence;
  readonly label: { readonly zh: string; readonly en: string } | undefined;
  /** Undefined for whoever is not told. */
  readonly readings: readonly Reading[] | undefined;
}

function FileItem({ file, label, readings }: FileProps) {
  const t = useMaterialWords();
  const { say, pair } = useCodes();
  const [opened, setOpened] = useState<'preview' | 'readings' | null>(null);
  const name = file.name === null || file.name === '' ? t('noName') : file.name;
  const toggle = (which: 'preview' | 'readings') => {
    setOpened(opened === which ? null : which);
  };
  const copy = file.cleaned ? t('cleanedThere') : file.notCleaned ? t('cleanedNever') : t('cleanedLater');
  return (
    <li>
      <h3>{name}</h3>
      <p className="quiet">
        {label ? say(label) : file.kind} · {sizeInWords(file.size)} ·{' '}
        <When at={file.addedAt} to={file.isOfParty ? 'day' : 'minute'} /> ·{' '}
        {t(file.isOfParty ? 'byParty' : 'byStaff')} · {pair(t('cleaned'), copy)}
      </p>
      <p className="hash">
        {t('hash')}: <CopyText text={file.sha256} />
      </p>
      {file.isErased ? (
        <p>{t('erased')}</p>
      ) : (
        <div className="file-tools">
          {canShow(file) && (
            <Button
              aria-expanded={opened === 'preview'}
              aria-label={t('previewOf', { name })}
              onClick={() => {
                toggle('preview');
              }}
            >
              {t('preview')}
            </Button>
          )}
          <Button href={fileAddress(file, 'original')} download aria-label={t('downloadOf', { name })}>
            {t('download')}
          </Button>
          {file.notCleaned === null && (
            <Button href={fileAddress(file, 'cleaned')} download aria-label={t('downloadCopyOf', { name })}>
              {t('downloadCleaned')}
            </Button>
          )}
          {readings && (
            <Button
              type="text"
              aria-expanded={opened === 'readings'}
              aria-label={t('readingsOf', { name })}
              onClick={() => {
                toggle('readings');
              }}
            >
              {t('readings')} ({readings.length})
            </Button>
          )}
        </div>
      )}
      {opened === 'preview' && <FilePreview file={file} title={name} />}
      {opened === 'readings' && readings && (
        <Readings readings={readings} caption={t('readingsOf', { name })} />
      )}
    </li>
  );
}

function Readings({
  readings,
  caption,
}: {
  readonly readings: readonly Reading[];
  readonly caption: string;
}) {
  const t = useMaterialWords();
  const { code } = useCodes();
  if (readings.length === 0) return <p>{t('noReadings')}</p>;
  return (
    <DataTable
      caption={caption}
      hasHiddenCaption
      rows={readings}
      keyOf={({ by, at, copy }) => `${at} ${by} ${copy}`}
      columns={[
        { key: 'when', title: t('when'), show: ({ at }) => <When at={at} to="seconds" /> },
        {
          key: 'who',
          title: t('who'),
          show: ({ by, name, person }) => <PersonName id={person ?? by} name={name} />,
        },
        { key: 'which', title: t('which'), show: ({ copy }) => t(copy === 'cleaned' ? 'copy' : 'original') },
        { key: 'purpose', title: t('purpose'), show: ({ purpose }) => code('purpose', purpose) },
      ]}
    />
  );
}
