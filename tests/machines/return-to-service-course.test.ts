/** What a sanction period tells other matters: the act it is about, and which of several sanctions is carried out. */
import { describe, expect, it } from 'vitest';
import type { StoredSnapshot } from '../../src/engine/step.ts';
import { play, playFrom } from './play.ts';
import * as act from './return-to-service-acts.ts';
import { AT, SERVICE } from './return-to-service-acts.ts';

const summary = ({ context }: StoredSnapshot) => SERVICE.summary(context);

describe('a sanction period', () => {
  it('keeps the code of the act as the allegation gives it', () => {
    const opened = play(SERVICE, act.open({ act: 'Pilot-subsidy.2' }));
    expect(summary(opened.snapshot)).toMatchObject({ act: 'Pilot-subsidy.2', measure: 'demerit' });
  });

  it('shows the heavier of two sanctions, whichever came first', () => {
    const lighterAdded = playFrom(SERVICE, AT.running, act.add({ measure: 'warning', months: 12 }));
    expect(summary(lighterAdded.snapshot)).toMatchObject({ measure: 'demerit', sanctions: 2, months: 12 });
    const heavierAdded = playFrom(SERVICE, AT.running, act.add({ measure: 'major_demerit', months: 18 }));
    expect(summary(heavierAdded.snapshot)).toMatchObject({ measure: 'major_demerit', months: 18 });
  });
});
