/** The papers of a case: what was issued, with number and hash, and what the next steps would issue. */
import { useQuery } from '@tanstack/react-query';
import { Button, Radio } from 'antd';
import { useState } from 'react';
import { api, unwrap } from '../../../api/client.ts';
import type { components } from '../../../api/schema.d.ts';
import { CopyText } from '../../../parts/copy-text.tsx';
import { Failed, Loading } from '../../../parts/states.tsx';
import { When } from '../../../parts/when.tsx';
import { useLocale } from '../../../words/area.ts';
import { useLetterWords } from '../../../words/case-files.ts';
import { useCodes } from '../../../words/codes.ts';
import type { Locale } from '../../../words/locale.ts';
import { caseKey, useCase } from '../case-queries.ts';
import '../files.css';
import { PaperDrafts } from './paper-drafts.tsx';
import { IssuedPaper } from './paper-frame.tsx';

type Paper = components['schemas']['Paper'];

interface LettersProps {
  readonly caseId: string;
  readonly onAct: (event: string) => void;
}

export function LettersTab({ caseId, onAct }: LettersProps) {
  const t = useLetterWords();
  const view = useCase(caseId);
  const papers = useQuery({
    queryKey: [...caseKey(caseId), 'papers'],
    queryFn: () => unwrap(api.GET('/api/v1/cases/{caseId}/papers', { params: { path: { caseId } } })),
  });
  if (papers.isPending) return <Loading />;
  if (papers.isError) return <Failed error={papers.error} retry={() => void papers.refetch()} />;
  const issued = [...papers.data.items].reverse();
  return (
    <>
      <section aria-labelledby="papers-issued">
        <h2 id="papers-issued">{t('issued')}</h2>
        {issued.length === 0 && <p>{t('none')}</p>}
        <ul className="bare file-list">
          {issued.map((paper) => (
            <li key={paper.id}>
              <Issued paper={paper} />
            </li>
          ))}
        </ul>
      </section>
      {view.data && <PaperDrafts {...{ caseId, onAct }} procedure={view.data.procedure} />}
    </>
  );
}

function Issued({ paper }: { readonly paper: Paper }) {
  const t = useLetterWords();
  const { say, code, list } = useCodes();
  const [lang, setLang] = useState<Locale>(useLocale());
  const [isShown, setShown] = useState(false);
  const title = say(paper.title);
  const address = (form: 'html' | 'pdf') =>
    `/api/v1/cases/${paper.case}/papers/${paper.id}/${form}?lang=${lang}`;
  return (
    <>
      <h3>{title}</h3>
      <p className="quiet">
        {t('number')} {paper.number[lang]} · {t('issuedAt')} <When at={paper.issuedAt} /> · {t('to')}{' '}
        {list(paper.recipients.map((one) => code('recipient', one)))}
      </p>
      <p className="hash">
        {t('hash')}: <CopyText text={paper.sha256[lang]} />
      </p>
      {paper.isErased ? (
        <p>{t('erased')}</p>
      ) : (
        <div className="file-tools">
          <Radio.Group
            aria-label={t('paperLanguage')}
            optionType="button"
            value={lang}
            options={[
              { value: 'zh', label: '中文' },
              { value: 'en', label: 'English' },
            ]}
            onChange={({ target }) => {
              setLang(target.value as Locale);
            }}
          />
          <Button
            aria-expanded={isShown}
            aria-label={t('showOf', { title })}
            onClick={() => {
              setShown(!isShown);
            }}
          >
            {t('show')}
          </Button>
          <Button href={address('pdf')} download>
            {t('pdf')}
          </Button>
          <Button href={address('html')} download>
            {t('html')}
          </Button>
          <Button href={address('pdf')} target="_blank" rel="noopener">
            {t('print')}
          </Button>
        </div>
      )}
      {isShown && !paper.isErased && <IssuedPaper address={address('html')} title={t('page', { title })} />}
    </>
  );
}
