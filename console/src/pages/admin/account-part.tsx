/** The account of a person: made, reset, disabled, its sessions ended. Passwords are shown once. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { api, unwrap } from '../../api/client.ts';
import type { components } from '../../api/schema.d.ts';
import { WriteButton } from '../../live/write-button.tsx';
import { Failed, Loading } from '../../parts/states.tsx';
import { When } from '../../parts/when.tsx';
import { useAdminWords } from '../../words/admin.ts';
import { useCommonWords } from '../../words/common.ts';
import { AccountSessions } from './account-sessions.tsx';
import { FlagField, TextField } from './fields.tsx';
import { Retype } from './retype.tsx';
import { ShownOnce } from './shown-once.tsx';

type Account = components['schemas']['Account'];

interface AccountProps {
  readonly person: string;
  readonly mayChange: boolean;
}

export function AccountPart({ person, mayChange }: AccountProps) {
  const t = useAdminWords();
  const [secret, setSecret] = useState<string | null>(null);
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['accounts', person],
    queryFn: async () => {
      const { items } = await unwrap(api.GET('/api/v1/accounts', { params: { query: { person } } }));
      return items[0] ?? null;
    },
  });
  return (
    <section aria-label={t('account')}>
      <h2>{t('account')}</h2>
      {isPending && <Loading />}
      {error && <Failed error={error} retry={() => void refetch()} />}
      {secret !== null && (
        <ShownOnce
          title={t('oneTime')}
          text={t('oneTimeText')}
          secret={secret}
          onKept={() => {
            setSecret(null);
          }}
        />
      )}
      {data === null && <p>{t('noAccount')}</p>}
      {data === null && mayChange && <MakeAccount person={person} onMade={setSecret} />}
      {data && <AccountSheet account={data} mayChange={mayChange} onReset={setSecret} />}
    </section>
  );
}

function MakeAccount({
  person,
  onMade,
}: {
  readonly person: string;
  readonly onMade: (secret: string) => void;
}) {
  const t = useAdminWords();
  const queries = useQueryClient();
  const [login, setLogin] = useState('');
  const [isTold, tell] = useState(false);
  const make = useMutation({
    mutationFn: () => unwrap(api.POST('/api/v1/accounts', { body: { person, login: login.trim() } })),
    onSuccess: ({ password }) => {
      onMade(password);
      void queries.invalidateQueries({ queryKey: ['accounts', person] });
    },
  });
  return (
    <form
      className="admin-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        tell(true);
        if (login.trim() !== '' && !make.isPending) make.mutate();
      }}
    >
      <TextField
        label={t('login')}
        help={t('loginHelp')}
        value={login}
        maxLength={64}
        onChange={setLogin}
        wrong={isTold && login.trim() === '' ? t('notSaid') : null}
      />
      {make.error && <Failed error={make.error} />}
      <p className="form-foot">
        <WriteButton type="primary" htmlType="submit" loading={make.isPending}>
          {t('makeAccount')}
        </WriteButton>
      </p>
    </form>
  );
}

interface SheetProps {
  readonly account: Account;
  readonly mayChange: boolean;
  readonly onReset: (secret: string) => void;
}

function AccountSheet({ account, mayChange, onReset }: SheetProps) {
  const t = useAdminWords();
  const common = useCommonWords();
  return (
    <>
      <dl className="facts">
        <dt>{t('login')}</dt>
        <dd>{account.login ?? '—'}</dd>
        <dt>{t('state')}</dt>
        <dd>{t(`accountState_${account.state}`)}</dd>
        <dt>{t('ways')}</dt>
        <dd>{account.ways.map((way) => t(`way_${way}`)).join(' · ')}</dd>
        <dt>{t('secondFactor')}</dt>
        <dd>{account.hasSecondFactor ? common('yes') : common('no')}</dd>
        <dt>{t('lastSignIn')}</dt>
        <dd>{account.signedInAt === null ? t('never') : <When at={account.signedInAt} />}</dd>
        <dt>{t('openSessions')}</dt>
        <dd>{account.sessions}</dd>
      </dl>
      <AccountSessions account={account} mayChange={mayChange} />
      {mayChange && <AccountActs account={account} onReset={onReset} />}
    </>
  );
}

function AccountActs({ account, onReset }: Omit<SheetProps, 'mayChange'>) {
  const t = useAdminWords();
  const queries = useQueryClient();
  const [meant, setMeant] = useState<'reset' | 'disable' | null>(null);
  const [clearSecondFactor, setClear] = useState(false);
  const params = { path: { accountId: account.id } };
  const refresh = () => {
    setMeant(null);
    void queries.invalidateQueries({ queryKey: ['accounts'] });
  };
  const reset = useMutation({
    mutationFn: () =>
      unwrap(api.POST('/api/v1/accounts/{accountId}/reset', { params, body: { clearSecondFactor } })),
    onSuccess: ({ password }) => {
      onReset(password);
      refresh();
    },
  });
  const turn = useMutation({
    mutationFn: (verb: 'disable' | 'enable') =>
      unwrap(
        verb === 'disable'
          ? api.POST('/api/v1/accounts/{accountId}/disable', { params })
          : api.POST('/api/v1/accounts/{accountId}/enable', { params }),
      ),
    onSuccess: refresh,
  });
  const shared = {
    name: account.person,
    onCancel: () => {
      setMeant(null);
    },
  };
  return (
    <>
      <p className="form-foot">
        {account.ways.includes('password') && (
          <Button
            onClick={() => {
              setMeant('reset');
            }}
          >
            {t('reset')}
          </Button>
        )}
        {account.state === 'disabled' ? (
          <WriteButton
            loading={turn.isPending}
            onClick={() => {
              turn.mutate('enable');
            }}
          >
            {t('enable')}
          </WriteButton>
        ) : (
          <Button
            onClick={() => {
              setMeant('disable');
            }}
          >
            {t('disable')}
          </Button>
        )}
      </p>
      {turn.error && meant === null && <Failed error={turn.error} />}
      {meant === 'reset' && (
        <Retype
          {...shared}
          title={t('reset')}
          text={t('resetText')}
          button={t('reset')}
          isPending={reset.isPending}
          error={reset.error}
          onConfirm={() => {
            reset.mutate();
          }}
        >
          <FlagField label={t('clearFactor')} value={clearSecondFactor} onChange={setClear} />
        </Retype>
      )}
      {meant === 'disable' && (
        <Retype
          {...shared}
          title={t('disable')}
          text={t('disableText')}
          button={t('disable')}
          isPending={turn.isPending}
          error={turn.error}
          onConfirm={() => {
            turn.mutate('disable');
          }}
        />
      )}
    </>
  );
}
