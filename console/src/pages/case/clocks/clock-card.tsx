/** One deadline: what it asks for, when it is due and what is left, and each step of the count. */
import type { components } from '../../../api/schema.d.ts';
import { WriteButton } from '../../../live/write-button.tsx';
import { DueLight } from '../../../parts/light.tsx';
import { When, written } from '../../../parts/when.tsx';
import { useLocale } from '../../../words/area.ts';
import { useClockWords } from '../../../words/case-reading.ts';
import { useCodes } from '../../../words/codes.ts';
import type { Words } from '../../../words/words-of.ts';
import { TAGS } from '../../../words/locale.ts';
import { Fact } from '../told-data.tsx';

type Clock = components['schemas']['Clock'];

interface CardProps {
  readonly clock: Clock;
  /** Null where it may not be extended, by this reader or at all. */
  readonly onExtend: (() => void) | null;
}

type Told = Readonly<Record<string, unknown>>;
const textOf = ({ text }: Told): Words | null => (text as Words | undefined) ?? null;

export function ClockCard({ clock, onExtend }: CardProps) {
  const t = useClockWords();
  const { say } = useCodes();
  const { limit, startedBy, extensions, mostExtensions, warnings, stoppedAt } = clock;
  const name = say(clock.label);
  const heading = `clock-${clock.id}`;
  return (
    <section className="clock" aria-labelledby={heading}>
      <h3 id={heading}>
        {name} {clock.instance !== '' && <span className="quiet">({clock.instance})</span>}
      </h3>
      <DueLight dueOn={clock.dueOn} light={clock.light} left={clock.left} unit={clock.leftUnit} />
      {clock.elapsed !== null && stoppedAt === null && <Bar percent={clock.elapsed} label={name} />}
      <dl className="entry-facts">
        <Fact label={t('limit')}>{t(`amount_${limit.unit as 'month'}`, { count: limit.amount })}</Fact>
        <Fact label={t('startedBy')}>
          <When at={clock.startedAt} /> {startedBy.label && say(startedBy.label)}
        </Fact>
        {clock.dueOn !== null && (
          <Fact label={t('due')}>
            <When at={clock.dueOn} to="day" />
          </Fact>
        )}
        {stoppedAt !== null && (
          <Fact label={t('stoppedAt')}>
            <When at={stoppedAt} />
          </Fact>
        )}
        {clock.pauses.length > 0 && (
          <Fact label={t('pauses')}>
            <Pauses pauses={clock.pauses} />
          </Fact>
        )}
        <Fact label={t('extensions')}>
          {mostExtensions === 0
            ? t('notExtendable')
            : t('extensionsUsed', { used: extensions.length, most: mostExtensions })}
        </Fact>
        {clock.basis.length > 0 && <Fact label={t('basis')}>{clock.basis.join(', ')}</Fact>}
      </dl>
      <h4>{t('steps')}</h4>
      <Sentences items={[...clock.steps, ...(clock.alternative ? [clock.alternative] : [])]} />
      {warnings.length > 0 && (
        <>
          <h4>{t('warnings')}</h4>
          <Sentences items={warnings} />
        </>
      )}
      {onExtend && (
        <WriteButton onClick={onExtend} aria-label={t('extendThis', { clock: name })}>
          {t('extend')}
        </WriteButton>
      )}
    </section>
  );
}

function Sentences({ items }: { readonly items: readonly Told[] }) {
  const { say } = useCodes();
  return (
    <ol>
      {items
        .map(textOf)
        .filter((text) => text !== null)
        .map((text) => (
          <li key={text.en}>{say(text)}</li>
        ))}
    </ol>
  );
}

function Pauses({ pauses }: Pick<Clock, 'pauses'>) {
  const t = useClockWords();
  const { say } = useCodes();
  const locale = useLocale();
  const day = (at: string) => written(at, 'minute', TAGS[locale]);
  return (
    <ul className="bare">
      {pauses.map(({ from, to, because }) => (
        <li key={from}>
          {to === null
            ? t('pauseFrom', { from: day(from) })
            : t('pauseFromTo', { from: day(from), to: day(to) })}
          {because && ` (${say(because)})`}
        </li>
      ))}
    </ul>
  );
}

/** How much of the time is gone; the words beside it say the same. */
function Bar({ percent, label }: { readonly percent: number; readonly label: string }) {
  const t = useClockWords();
  const words = t('elapsed', { percent });
  return (
    <>
      <div
        className="clock-bar"
        role="progressbar"
        aria-label={label}
        aria-valuenow={percent}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuetext={words}
      >
        <div style={{ width: `${percent}%` }} />
      </div>
      <span className="quiet">{words}</span>
    </>
  );
}
