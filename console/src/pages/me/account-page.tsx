/** One's own account: who one is and for which unit, password and second factor, calendar, relations, shortcuts. */
import { useMutation } from '@tanstack/react-query';
import { Button, Switch } from 'antd';
import { useId, useState } from 'react';
import { api, unwrap } from '../../api/client.ts';
import { useMay } from '../../app/permissions.ts';
import { usePreferences } from '../../app/preferences.ts';
import { useSession, useSessionChange } from '../../app/session.tsx';
import { Page } from '../../frame/page.tsx';
import { switchShortcuts } from '../../keys/use-keys.ts';
import { WriteButton } from '../../live/write-button.tsx';
import { CalendarFeed } from '../../parts/calendar-feed.tsx';
import { Failed } from '../../parts/states.tsx';
import { UnitName } from '../../parts/unit-name.tsx';
import { When } from '../../parts/when.tsx';
import { useCodes } from '../../words/codes.ts';
import { useMeWords } from '../../words/me.ts';
import { PasswordForm } from '../sign-in/password-form.tsx';
import { SecondFactorForm } from '../sign-in/second-factor-form.tsx';
import { RelationsPart } from './relations-part.tsx';
import '../admin/admin.css';

export default function AccountPage() {
  const t = useMeWords();
  const may = useMay();
  const { way } = useSession();
  return (
    <Page title={t('title')}>
      <Who />
      <Posts />
      {way === 'oidc' ? (
        <section aria-label={t('password')}>
          <h2>{t('password')}</h2>
          <p>{t('kept')}</p>
        </section>
      ) : (
        <>
          <Password />
          <Factor />
        </>
      )}
      {may('deadline.read') && <CalendarFeed />}
      {may('relation.declare') && <RelationsPart />}
      <Shortcuts />
    </Page>
  );
}

function Who() {
  const t = useMeWords();
  const { code } = useCodes();
  const session = useSession();
  return (
    <section aria-label={t('who')}>
      <h2>{t('who')}</h2>
      <dl className="facts">
        <dt>{t('person')}</dt>
        <dd>
          <span lang="zh-CN">{session.name}</span> <code>{session.person}</code>
        </dd>
        <dt>{t('actingFor')}</dt>
        <dd>{session.unit === null ? t('wholeBody') : <UnitName id={session.unit} />}</dd>
        <dt>{t('roles')}</dt>
        <dd>{session.roles.map((role) => code('role', role)).join(' · ')}</dd>
        <dt>{t('signedInBy')}</dt>
        <dd>{t(`way_${session.way}`)}</dd>
        <dt>{t('opened')}</dt>
        <dd>
          <When at={session.openedAt} />
        </dd>
        <dt>{t('previous')}</dt>
        <dd>
          {session.previousAt === null ? (
            t('neverBefore')
          ) : (
            <>
              <When at={session.previousAt} /> <span className="quiet">{t('notYou')}</span>
            </>
          )}
        </dd>
        <dt>{t('expires')}</dt>
        <dd>
          <When at={session.expiresAt} />
        </dd>
      </dl>
    </section>
  );
}

function Posts() {
  const t = useMeWords();
  const { code } = useCodes();
  const session = useSession();
  const { replace } = useSessionChange();
  const move = useMutation({
    mutationFn: (unit: string | null) => unwrap(api.PUT('/api/v1/session/post', { body: { unit } })),
    onSuccess: replace,
  });
  if (session.posts.length < 2) return null;
  return (
    <section aria-label={t('posts')}>
      <h2>{t('posts')}</h2>
      <p className="quiet">{t('postsText')}</p>
      {move.error && <Failed error={move.error} />}
      <ul>
        {session.posts.map(({ unit, roles }) => {
          const place = unit ?? t('wholeBody');
          return (
            <li key={unit ?? ''}>
              {place} <span className="quiet">{roles.map((role) => code('role', role)).join(' · ')}</span>{' '}
              {unit !== session.unit && (
                <WriteButton
                  size="small"
                  aria-label={`${t('switch')} ${place}`}
                  loading={move.isPending}
                  onClick={() => {
                    move.mutate(unit);
                  }}
                >
                  {t('switch')}
                </WriteButton>
              )}
            </li>
          );
        })}
      </ul>
      <p role="status">{move.isSuccess && t('switched')}</p>
    </section>
  );
}

function Password() {
  const t = useMeWords();
  const { begin } = useSessionChange();
  const [changes, setChanges] = useState(0);
  return (
    <section aria-label={t('password')} className="admin-form">
      <h2>{t('password')}</h2>
      <p role="status">{changes > 0 && t('passwordDone')}</p>
      <PasswordForm
        key={changes}
        onChanged={(session) => {
          begin(session);
          setChanges(changes + 1);
        }}
      />
    </section>
  );
}

function Factor() {
  const t = useMeWords();
  const { hasSecondFactor } = useSession();
  const { begin } = useSessionChange();
  const [isOpen, setOpen] = useState(false);
  const [isDone, setDone] = useState(false);
  return (
    <section aria-label={t('factor')} className="admin-form">
      <h2>{t('factor')}</h2>
      <p>{t(hasSecondFactor ? 'factorHas' : 'factorHasNot')}</p>
      <p role="status">{isDone && t('factorDone')}</p>
      {isOpen ? (
        <SecondFactorForm
          isReplaced={hasSecondFactor}
          onConfirmed={(session) => {
            begin(session);
            setOpen(false);
            setDone(true);
          }}
        />
      ) : (
        <Button
          onClick={() => {
            setDone(false);
            setOpen(true);
          }}
        >
          {t(hasSecondFactor ? 'factorReplace' : 'factorSetUp')}
        </Button>
      )}
    </section>
  );
}

function Shortcuts() {
  const t = useMeWords();
  const id = useId();
  const { preferences, prefer } = usePreferences();
  return (
    <section aria-label={t('shortcuts')}>
      <h2>{t('shortcuts')}</h2>
      <p id={`${id}-text`} className="quiet">
        {t('shortcutsText')}
      </p>
      <p>
        <Switch
          id={id}
          aria-describedby={`${id}-text`}
          checked={preferences.hasShortcuts}
          onChange={(hasShortcuts) => {
            switchShortcuts(hasShortcuts);
            prefer({ hasShortcuts });
          }}
        />{' '}
        <label htmlFor={id}>{t('shortcutsOn')}</label>
      </p>
    </section>
  );
}
