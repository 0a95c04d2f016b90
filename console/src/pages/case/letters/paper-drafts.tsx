/** Papers that a step would issue: drawn before it is taken, from what was typed into its form and kept as a draft. */
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { api, unwrap } from '../../../api/client.ts';
import { isProblem, ProblemError } from '../../../api/problem.ts';
import { WriteButton } from '../../../live/write-button.tsx';
import { Failed } from '../../../parts/states.tsx';
import { useLocale } from '../../../words/area.ts';
import { useLetterWords } from '../../../words/case-files.ts';
import { useCodes } from '../../../words/codes.ts';
import { useActions, type Action } from '../case-queries.ts';
import { DraftPaper } from './paper-frame.tsx';

interface DraftsProps {
  readonly caseId: string;
  readonly procedure: string;
  readonly onAct: (event: string) => void;
}

export function PaperDrafts({ caseId, procedure, onAct }: DraftsProps) {
  const t = useLetterWords();
  const actions = useActions(caseId);
  const possible = actions.data?.items.filter(({ isAllowed }) => isAllowed) ?? [];
  return (
    <section aria-labelledby="papers-owed">
      <h2 id="papers-owed">{t('owed')}</h2>
      {actions.data && possible.length === 0 && <p>{t('owedNone')}</p>}
      <ul className="bare file-list">
        {possible.map((action) => (
          <li key={action.event}>
            <Drafts {...{ caseId, procedure, onAct, action }} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Drafts({ caseId, procedure, onAct, action }: DraftsProps & { readonly action: Action }) {
  const t = useLetterWords();
  const { code, list, say } = useCodes();
  const locale = useLocale();
  const { event } = action;
  const name = code('event', procedure, event);
  const preview = useMutation({
    mutationFn: async () =>
      unwrap(
        api.POST('/api/v1/cases/{caseId}/papers/preview', {
          params: { path: { caseId } },
          body: { event, data: await typedFor(caseId, event) },
        }),
      ),
  });
  const needsMore = isProblem(preview.error, 'validation-failed');
  return (
    <>
      <h3>{name}</h3>
      <div className="file-tools">
        <Button
          loading={preview.isPending}
          aria-label={t('previewOf', { event: name })}
          onClick={() => {
            preview.mutate();
          }}
        >
          {t('preview')}
        </Button>
        <WriteButton
          aria-label={t('actOf', { event: name })}
          onClick={() => {
            onAct(event);
          }}
        >
          {t('act')}
        </WriteButton>
      </div>
      <div role="status">
        {needsMore && <p>{t('previewNeeds')}</p>}
        {preview.data?.items.length === 0 && <p>{t('noPaper')}</p>}
      </div>
      {preview.isError && !needsMore && <Failed error={preview.error} />}
      {preview.data?.items.map(({ paper, title, recipients, html }) => (
        <figure key={`${paper} ${recipients.join(' ')}`} className="paper-draft">
          <figcaption>
            {say(title)} · {t('to')} {list(recipients.map((one) => code('recipient', one)))} · {t('draft')}
          </figcaption>
          <DraftPaper html={html[locale]} title={t('page', { title: say(title) })} />
        </figure>
      ))}
    </>
  );
}

/** What was typed into the form of an event and not sent yet. */
async function typedFor(caseId: string, event: string): Promise<Record<string, unknown>> {
  try {
    const path = { draftKey: `case.${caseId}.${event}` };
    return (await unwrap(api.GET('/api/v1/drafts/{draftKey}', { params: { path } }))).content;
  } catch (error) {
    if (error instanceof ProblemError && error.isGone) return {};
    throw error;
  }
}
